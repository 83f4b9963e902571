import ArgumentParser
import TrackingModel

struct DefinitionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "definition",
    abstract: .words(
      "以 JSON 列出内置的各种表：栏目、资金、指标和版面。",
      "Prints the built-in forms as JSON: their fields, funds, indicators and pages."))

  @Option(
    help: .words(
      "只要这一种表。",
      "Only the form of this kind.", value: "种类"))
  var kind: FormKindArgument?

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let family = FormFamily.standard
    let document = kind.flatMap { family.definition(of: $0.word) }?.json ?? FormDefinition.json(of: family.definitions)
    let console = Console(language: language.ofTerminal)
    try console.run {
      try console.write(document, .json)
      return .done
    }
  }
}
