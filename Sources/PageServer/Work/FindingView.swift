import Findings

/// Words in both languages of the page, which switches without asking again.
struct Bilingual: Codable, Sendable, Hashable {
  var zh: String
  var en: String
}

/// A finding as the page and the problem details of the interface show it.
struct FindingView: Codable, Sendable {
  var rule: String
  var severity: String
  var file: String?
  var sheet: String?
  /// `B3`, `B3:D3`.
  var cells: String?
  /// As the canonical JSON names it.
  var field: String?
  /// The fields of the drawn page that it is about, the one to lead to first.
  var fields: [String] = []
  var message: Bilingual
  /// What to do.
  var advice: Bilingual?

  init(_ finding: Finding, fields: [String] = []) {
    rule = finding.rule.name
    severity = finding.severity.rawValue
    file = finding.place.file
    sheet = finding.place.sheet
    cells = finding.place.cells?.a1
    field = finding.place.field
    self.fields = fields
    message = Bilingual(zh: finding.message(in: .chinese), en: finding.message(in: .english))
    if let chinese = finding.advice(in: .chinese), let english = finding.advice(in: .english) {
      advice = Bilingual(zh: chinese, en: english)
    }
  }
}
