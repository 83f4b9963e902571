import Findings

/// Refuses an input with more findings than a person can read, before they fill the memory of the reports.
struct FindingMeter {
  /// Findings of one form, and of an input as a whole.
  static let limit = 100_000
  /// Findings that each form with a project's name may have on top of them: a ledger has many forms.
  static let limitForEachForm = 50

  private var count = 0
  private var allowed = limit

  /// - Throws: `file.too-large` where there are too many.
  mutating func add(_ form: CheckedForm) throws(Refusal) {
    if form.form.project.name != nil { allowed += Self.limitForEachForm }
    try add(form.findings)
  }

  mutating func add(_ findings: [Finding]) throws(Refusal) {
    count += findings.count
    guard findings.count <= Self.limit, count <= allowed else {
      throw .exceeded("findings", Self.limit)
    }
  }
}
