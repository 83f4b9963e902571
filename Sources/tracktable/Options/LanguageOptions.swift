import ArgumentParser
import Findings
import Foundation

extension Language: ExpressibleByArgument {}

/// `--lang`: the language of written files and of the terminal.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: .words("写出的文件和提示用的语言：zh 或 en。", "Language of written files and of messages: zh or en.", value: "语言"))
  var lang: Language?

  /// Written files are Chinese unless `--lang` says otherwise.
  var ofFiles: Language { lang ?? .chinese }

  /// Words on the terminal follow the locale unless `--lang` says otherwise.
  var ofTerminal: Language { lang ?? CommandLanguage.ofLocale(ProcessInfo.processInfo.environment) }
}
