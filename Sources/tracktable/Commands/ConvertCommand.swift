import ArgumentParser
import Conversion
import Findings
import Spreadsheet

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Reads forms and writes them as XLSX, JSON, JSON Lines, CSV or TSV.")

  @Argument(help: "A file, a folder, or - for standard input.")
  var input: [String]
  @Option(name: [.short, .long], help: "A file, a folder, or - for standard output.")
  var output: String
  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let console = Console(language: language.ofTerminal)
    try console.run {
      var forms: [CheckedForm] = []
      for path in input {
        _ = try reading.corridor().read(path == "-" ? .descriptor(0) : .file(path), named: path) { forms.append($0) }
      }
      let (bytes, findings) = try Publisher(.json).publish(forms.map(\.form))
      for finding in forms.flatMap(\.findings) + findings { console.say(finding) }
      try console.write(bytes)
      return .done
    }
  }
}
