import ArgumentParser
import Conversion

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Writes the empty official form, ready to fill in.")

  @Option(
    name: [.short, .long], help: "A file ending in .xlsx, a folder, or - for standard output.",
    completion: .file(extensions: ["xlsx"]))
  var output: String

  @Flag(help: "Replace an output that exists already.")
  var force = false

  @OptionGroup var profile: ProfileOptionGroup
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let console = Console(language: language.ofTerminal)
    try console.run {
      var settings = PipelineSettings()
      let text = try profile.text()
      try text?.profile().apply(to: &settings)
      let template = TemplateFile(page: settings.page)
      if let bytes = try template.write(to: OutputTarget(output), replaces: force, profile: text) {
        try console.write(bytes, .text)
      }
      return .done
    }
  }
}
