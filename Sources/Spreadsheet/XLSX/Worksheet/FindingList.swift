import Findings

/// The findings of one sheet, so many of a kind and no more: a sheet with a million bad cells is bad, not a million times, and nor is a
/// workbook of a thousand such sheets.
struct FindingList {
  private(set) var findings: [Finding] = []
  private var counts: [Rule: Int] = [:]
  private let sheet: String?
  private let maximumOfAKind: Int

  /// - Parameter sheets: Sheets of the workbook, which share what may be said of it.
  init(sheet: String?, amongSheets sheets: Int = 1) {
    self.sheet = sheet
    maximumOfAKind = min(200, max(10, 10_000 / max(1, sheets)))
  }

  /// - Parameter values: Only made where the finding is kept: a sheet can have millions of one kind.
  mutating func add(_ rule: Rule, at cells: CellRange?, _ values: @autoclosure () -> [String: String] = [:]) {
    guard Self.increment(&counts[rule, default: 0]) <= maximumOfAKind else { return }
    findings.append(Finding(rule, at: Place(sheet: sheet, cells: cells), values()))
  }

  private static func increment(_ count: inout Int) -> Int {
    count += 1
    return count
  }

  /// The findings, and one that counts those left out.
  var all: [Finding] {
    findings
      + counts.filter { $0.value > maximumOfAKind }.sorted { $0.key.name < $1.key.name }.map { rule, count in
        Finding(
          .xlsxMoreFindings, at: Place(sheet: sheet),
          ["rule": rule.name, "count": String(count - maximumOfAKind)])
      }
  }
}
