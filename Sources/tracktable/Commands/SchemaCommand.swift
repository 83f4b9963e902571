import ArgumentParser
import Findings
import TrackingModel

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of the canonical JSON.")

  @OptionGroup var language: LanguageOptions

  func run() throws {
    try Console(language: language.ofTerminal).write(
      CanonicalJSON.documentSchema.document(id: CanonicalJSON.schema, title: OfficialLabel.title))
  }
}
