import Conversion
import Findings
import Publishing

/// What became of a file: a line of the list on the page.
struct FileSummary: Codable, Sendable {
  enum Outcome: String, Codable, Sendable { case done, refused }

  struct Form: Codable, Sendable {
    var number: Int
    var project: String?
    var unit: String?
    var sheet: String?
    var counts: SeverityCounts
  }

  /// By which the page asks for it; the server's.
  var id = 0
  /// Where it stands in the list: by this, and then by its number.
  var place = 0
  var name: String
  var outcome = Outcome.done
  var forms: [Form] = []
  /// What belongs to no single form; of a refused file why it is.
  var findings: [FindingView] = []
  var counts = SeverityCounts()

  init(name: String) { self.name = name }

  init(name: String, refusedFor finding: FindingView) {
    self.name = name
    outcome = .refused
    findings = [finding]
    counts.errors = 1
  }

  mutating func add(_ checked: CheckedForm) {
    let counts = SeverityCounts(checked.findings)
    forms.append(
      Form(
        number: forms.count, project: checked.form.project.name, unit: checked.form.implementingUnit.name,
        sheet: checked.form.source?.sheet, counts: counts))
    self.counts.add(counts)
  }
}
