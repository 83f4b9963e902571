import Findings
import Foundation

/// The language of the command's own words, which are needed before its options are read.
enum CommandLanguage {
  /// As `--lang` says, else the locale.
  static let current: Language = {
    let arguments = CommandLine.arguments
    let apart = zip(arguments, arguments.dropFirst()).first { $0.0 == option }?.1
    let joined = arguments.first { $0.hasPrefix(option + "=") }?.dropFirst(option.count + 1)
    return (apart ?? joined.map(String.init)).flatMap { Language(rawValue: $0) }
      ?? ofLocale(ProcessInfo.processInfo.environment)
  }()

  private static let option = "--lang"

  /// The language of messages by POSIX: `LC_ALL`, else `LC_MESSAGES`, else `LANG`; the first that is set decides.
  static func ofLocale(_ environment: [String: String]) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }
}
