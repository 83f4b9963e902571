import ArgumentParser
import TrackingModel

struct DefinitionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "definition",
    abstract: "Prints the built-in forms as JSON: their fields, funds, indicators and pages.")

  @Option(help: "One form alone: tracking, monitoring, self-evaluation or declaration.")
  var kind: String?

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    guard let kind, FormFamily.standard.definition(of: kind) == nil else { return }
    throw ValidationError("--kind \(kind): \(FormFamily.standard.kinds.joined(separator: ", "))")
  }

  func run() throws {
    let family = FormFamily.standard
    let document = kind.flatMap { family.definition(of: $0) }?.json ?? FormDefinition.json(of: family.definitions)
    let console = Console(language: language.ofTerminal)
    try console.run {
      try console.write(document, .json)
      return .done
    }
  }
}
