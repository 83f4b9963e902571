import Findings
import TrackingModel

/// What a run has to say about one input: the unit in which reports are fed, so that a report over any number of files holds one at
/// a time.
public struct ReportedFile: Sendable {
  /// How an input ended.
  public enum Outcome: String, Sendable, CaseIterable {
    /// Its forms were read and, in a conversion, written.
    case done
    /// It could not be read or recognized.
    case refused
    /// It was read, but an output could not be written.
    case unwritten
    /// An earlier run had done it and nothing has changed since; its findings are in that run's report.
    case unchanged
  }

  /// The path as the user named it, or relative to the input folder; `-` for standard input.
  public var file: String
  public var outcome: Outcome
  /// The forms of the input, in its order.
  public var forms: ReportedForms
  /// What belongs to no single form.
  public var findings: [Finding]
  /// The files written from this input.
  public var outputs: [String]

  public init(
    file: String, outcome: Outcome = .done, forms: [ReportedForm] = [], findings: [Finding] = [], outputs: [String] = []
  ) {
    self.init(file: file, outcome: outcome, forms: ReportedForms(forms), findings: findings, outputs: outputs)
  }

  public init(file: String, outcome: Outcome, forms: ReportedForms, findings: [Finding], outputs: [String]) {
    self.file = file
    self.outcome = outcome
    self.forms = forms
    self.findings = findings
    self.outputs = outputs
  }

  /// How many findings of each severity, those of the forms included.
  public var counts: SeverityCounts {
    var counts = SeverityCounts(findings)
    counts.add(forms.counts)
    return counts
  }

  /// All findings one by one, those of no form first.
  public func forEachFinding(_ body: (Finding) throws -> Void) throws {
    for finding in findings { try body(finding) }
    try forms.forEach { for finding in $0.findings { try body(finding) } }
  }
}

/// The forms of an input, gone through one by one as often as need be: a ledger may hold more than fit into memory.
public struct ReportedForms: Sendable {
  public let count: Int
  /// How many findings of each severity they have together.
  public let counts: SeverityCounts
  private let source: @Sendable ((ReportedForm) throws -> Void) throws -> Void

  public init(_ forms: [ReportedForm]) {
    self.init(count: forms.count, counts: SeverityCounts(forms.lazy.flatMap(\.findings))) { body in
      for form in forms { try body(form) }
    }
  }

  /// - Parameter source: Hands the forms over in their order, each time the same ones.
  public init(
    count: Int, counts: SeverityCounts, from source: @escaping @Sendable ((ReportedForm) throws -> Void) throws -> Void
  ) {
    self.count = count
    self.counts = counts
    self.source = source
  }

  public func forEach(_ body: (ReportedForm) throws -> Void) throws { try source(body) }
}

/// What a report names a form by, and what was found in it.
public struct ReportedForm: Sendable {
  /// Its fields are called by the labels of its definition.
  public var definition: FormDefinition
  public var project: String?
  public var supervisingDepartment: String?
  public var implementingUnit: String?
  /// The sheet; nil for text files.
  public var sheet: String?
  /// The rectangle on the sheet, such as `A3:H27`.
  public var cells: String?
  public var findings: [Finding]

  public init(_ form: TrackingForm, findings: [Finding] = []) {
    definition = form.definition
    project = form.project.name
    supervisingDepartment = form.supervisingDepartment.name
    implementingUnit = form.implementingUnit.name
    sheet = form.source?.sheet
    cells = form.source?.cells
    self.findings = findings
  }
}

/// What a profile changes of the rules: a report states it.
public struct AppliedSettings: Sendable {
  /// Names of rules that were switched off.
  public var disabled: [String]
  /// Rules whose severity was changed.
  public var severities: [(rule: String, severity: Severity)]

  public init(disabled: some Sequence<String> = [], severities: [String: Severity] = [:]) {
    self.disabled = disabled.sorted()
    self.severities = severities.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  public var isEmpty: Bool { disabled.isEmpty && severities.isEmpty }
}
