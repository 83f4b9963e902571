import Findings
import TrackingModel

/// The report for machines: one JSON document, each input on one line, so that it can be written and read as a stream.
package struct JSONReport: ReportWriter {
  /// The value of the key `schema`.
  package static let name = ReportMark.name

  private let language: Language
  private let settings: AppliedSettings
  private let write: ([UInt8]) throws -> Void
  private var isFirst = true

  init(language: Language, settings: AppliedSettings, write: @escaping ([UInt8]) throws -> Void) {
    self.language = language
    self.settings = settings
    self.write = write
  }

  mutating func add(_ file: ReportedFile) throws {
    var text = JSONText(.compact)
    text.object { $0.reportedFile(file, language) }
    try write((isFirst ? head() : Array(",\n".utf8)) + text.bytes.dropLast() + Array(",\"forms\":[".utf8))
    isFirst = false
    var isFirstForm = true
    try file.forms.forEach { form in
      var text = JSONText(.compact)
      text.object { $0.reportedForm(form, language) }
      try write((isFirstForm ? [] : Array(",".utf8)) + text.bytes)
      isFirstForm = false
    }
    try write(Array("]}".utf8))
  }

  mutating func finish(_ summary: ReportSummary) throws {
    var units = JSONText(.compact)
    units.array(of: summary.units) { $0.unit($1) }
    var figures = JSONText(.compact)
    figures.object { $0.figures(summary) }
    let head = isFirst ? head() : []
    try write(
      head + Array("\n],\n\"units\":".utf8) + units.bytes + Array(",\n\"summary\":".utf8) + figures.bytes
        + Array("\n}\n".utf8))
  }

  private func head() -> [UInt8] {
    var text = JSONText(.compact)
    text.object {
      $0.member("schema", Self.name)
      $0.member("language", language.rawValue)
      $0.key("rules")
      $0.object {
        $0.key("disabled")
        $0.array(of: settings.disabled) { $0.string($1) }
        $0.key("severities")
        $0.array(of: settings.severities) { text, change in
          text.object {
            $0.member("rule", change.rule)
            $0.member("severity", change.severity.rawValue)
          }
        }
      }
    }
    return Array(text.bytes.dropLast()) + Array(",\n\"files\":[\n".utf8)
  }
}

extension JSONText {
  /// All but the forms, which come last.
  fileprivate mutating func reportedFile(_ file: ReportedFile, _ language: Language) {
    member("file", file.file)
    member("outcome", file.outcome.rawValue)
    key("counts")
    counts(file.counts)
    key("outputs")
    array(of: file.outputs) { $0.string($1) }
    key("findings")
    array(of: file.findings) { $0.finding($1, language) }
  }

  fileprivate mutating func reportedForm(_ form: ReportedForm, _ language: Language) {
    member("project", form.project)
    member("supervisingDepartment", form.supervisingDepartment)
    member("implementingUnit", form.implementingUnit)
    member("sheet", form.sheet)
    member("cells", form.cells)
    key("findings")
    array(of: form.findings) { $0.finding($1, language) }
  }

  /// A finding as an object, for all that is written of findings for machines.
  package mutating func finding(_ finding: Finding, _ language: Language) {
    object {
      $0.member("rule", finding.rule.name)
      $0.member("severity", finding.severity.rawValue)
      $0.member("message", finding.message(in: language))
      $0.member("advice", finding.advice(in: language))
      $0.member("found", finding.values["found"])
      $0.member("expected", finding.values["expected"])
      $0.member("sheet", finding.place.sheet)
      $0.member("cells", finding.place.cells?.a1)
      $0.member("field", finding.place.field)
      $0.member("part", finding.place.position?.part)
      $0.member("line", finding.place.position?.line)
      $0.member("column", finding.place.position?.column)
      $0.member("byteOffset", finding.place.position?.byteOffset)
    }
  }

  fileprivate mutating func counts(_ counts: SeverityCounts) {
    object {
      $0.member("errors", counts.errors)
      $0.member("warnings", counts.warnings)
      $0.member("notes", counts.notes)
    }
  }

  fileprivate mutating func unit(_ unit: ReportSummary.Unit) {
    object {
      $0.member("implementingUnit", unit.name)
      $0.member("supervisingDepartment", unit.department)
      $0.member("forms", unit.forms)
      $0.member("clean", unit.clean)
      $0.member("refused", unit.refused)
      $0.key("counts")
      $0.counts(unit.counts)
    }
  }

  fileprivate mutating func figures(_ summary: ReportSummary) {
    member("files", summary.files)
    member("forms", summary.forms)
    key("outcomes")
    object {
      for outcome in ReportedFile.Outcome.allCases { $0.member(outcome.rawValue, summary.outcomes[outcome] ?? 0) }
    }
    key("counts")
    counts(summary.counts)
  }
}

extension JSONReport {
  /// The JSON Schema of the report: a stable contract, every key always present.
  package static let schema: JSONSchema = {
    let text = JSONSchema.nullable(.string())
    let number = JSONSchema.nullable(.integer())
    let counts = JSONSchema.object([("errors", .integer()), ("warnings", .integer()), ("notes", .integer())])
    let severity = JSONSchema.choice(Severity.allCases.map(\.rawValue))
    let finding = JSONSchema.object([
      ("rule", .string(description: "The rule's stable name, such as budget.sum")), ("severity", severity),
      ("message", .string(description: "What was found, in the report's language")),
      ("advice", .nullable(.string(description: "What to do about it"))),
      ("found", .nullable(.string(description: "What stands there"))),
      ("expected", .nullable(.string(description: "What should"))), ("sheet", text),
      ("cells", .nullable(.string(description: "An A1 address or range"))),
      ("field", .nullable(.string(description: "The path in the canonical JSON, such as indicators[3].actual"))),
      ("part", .nullable(.string(description: "A part of a package, such as xl/workbook.xml"))), ("line", number),
      ("column", number), ("byteOffset", number),
    ])
    let findings = JSONSchema.array(of: finding)
    let form = JSONSchema.object([
      ("project", text), ("supervisingDepartment", text), ("implementingUnit", text), ("sheet", text), ("cells", text),
      ("findings", findings),
    ])
    let file = JSONSchema.object([
      ("file", .string()), ("outcome", .choice(ReportedFile.Outcome.allCases.map(\.rawValue))), ("counts", counts),
      ("outputs", .array(of: .string())),
      ("findings", .array(of: finding, description: "What belongs to no single form")),
      ("forms", .array(of: form)),
    ])
    let unit = JSONSchema.object([
      ("implementingUnit", text), ("supervisingDepartment", text), ("forms", .integer()),
      ("clean", .integer(description: "Forms without error and warning")),
      ("refused", .integer(description: "Inputs that gave no form")), ("counts", counts),
    ])
    let outcomes = JSONSchema.object(
      ReportedFile.Outcome.allCases.map { (name: $0.rawValue, value: JSONSchema.integer()) })
    return .object([
      ("schema", .choice([name])), ("language", .choice(Language.allCases.map(\.rawValue))),
      (
        "rules",
        .object(
          [
            ("disabled", .array(of: .string())),
            ("severities", .array(of: .object([("rule", .string()), ("severity", severity)]))),
          ], description: "What a profile changed")
      ),
      ("files", .array(of: file)), ("units", .array(of: unit)),
      (
        "summary",
        .object([("files", .integer()), ("forms", .integer()), ("outcomes", outcomes), ("counts", counts)])
      ),
    ])
  }()
}
