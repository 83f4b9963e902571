import ArgumentParser
import Findings
import Publishing
import TrackingModel

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: .words("列出规范 JSON 或报告的 JSON Schema。", "Prints the JSON Schema of the canonical JSON, or of a report."))

  @Flag(help: .words("改为报告（“--report 文件.json”）的。", "The schema of reports (--report FILE.json) instead."))
  var report = false

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let document =
      report
      ? JSONReport.schema.document(id: JSONReport.name, title: "绩效跟踪表检查报告")
      : CanonicalJSON.documentSchema.document(id: CanonicalJSON.schema, title: OfficialLabel.title)
    let console = Console(language: language.ofTerminal)
    try console.run {
      try console.write(document, .json)
      return .done
    }
  }
}
