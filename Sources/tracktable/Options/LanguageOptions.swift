import ArgumentParser
import Findings
import Foundation

extension Language: ExpressibleByArgument {}

/// `--lang`: the language of written files and of the terminal.
struct LanguageOptions: ParsableArguments {
  @Option(help: "Language of written files and of messages: zh or en.")
  var lang: Language?

  /// Written files are Chinese unless `--lang` says otherwise.
  var ofFiles: Language { lang ?? .chinese }

  /// Words on the terminal follow the locale unless `--lang` says otherwise.
  var ofTerminal: Language { lang ?? Self.ofLocale(ProcessInfo.processInfo.environment) }

  /// The language of the terminal before the options are read.
  static var ofCommandLine: Language {
    let arguments = CommandLine.arguments
    let named = zip(arguments, arguments.dropFirst()).first { $0.0 == "--lang" }.flatMap { Language(rawValue: $0.1) }
    return named ?? ofLocale(ProcessInfo.processInfo.environment)
  }

  /// The language of messages by POSIX: `LC_ALL`, else `LC_MESSAGES`, else `LANG`; the first that is set decides.
  static func ofLocale(_ environment: [String: String]) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }
}
