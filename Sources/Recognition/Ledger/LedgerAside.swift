import Findings
import Spreadsheet

/// Rows of a ledger that are no data: sums, repeated headers, notes and signatures below the last row.
struct LedgerAside {
  /// The words above each column, from all rows of the header.
  private let headings: [Int: [String]]
  private let synonymIndex: SynonymIndex

  init(header: LedgerHeader, synonymIndex: SynonymIndex) {
    headings = Dictionary(header.columns.map { ($0.index, $0.path) }, uniquingKeysWith: { first, _ in first })
    self.synonymIndex = synonymIndex
  }

  /// What the row is and the words to name it by; nil for a row of data.
  ///
  /// - Parameter hasIndicatorOrProject: Whether a cell stands in the column of projects or of indicators' names.
  func finding(on row: Row, project: Cell?, name: Cell?) -> (rule: Rule, words: String)? {
    guard let first = row.cells.first else { return nil }
    if isHeader(row) { return (.ledgerRepeatedHeader, "") }
    if countsColumns(row) { return (.ledgerColumnNumbers, "\(first.text.trimmed)–\(row.cells.count)") }
    guard name == nil else { return nil }
    // Beside a project only the first column tells; where none is named, the word may stand in any.
    let isSum = { (cell: Cell) in Self.isSum(cell.text) }
    if let sum = project.map({ [first, $0].first(where: isSum) }) ?? row.cells.first(where: isSum) {
      return (.ledgerSumRow, sum.text.trimmed)
    }
    if row.cells.count <= 6, isNote(first.text) || row.cells.allSatisfy({ isSignature($0.text) }) {
      return (.ledgerOtherRow, row.cells.map(\.text.trimmed).joined(separator: " "))
    }
    return nil
  }

  private func isHeader(_ row: Row) -> Bool {
    let same = row.cells.count { headings[$0.reference.column]?.contains($0.text) == true }
    return same == row.cells.count || row.cells.count >= 3 && same * 3 > row.cells.count * 2
  }

  /// `1 | 2 | 3 …` below the headings.
  private func countsColumns(_ row: Row) -> Bool {
    guard row.cells.count > 3, row.cells.count * 3 >= headings.count * 2, row.cells[0].text.trimmed == "1" else {
      return false
    }
    return row.cells.enumerated().allSatisfy { $0.element.text.trimmed == String($0.offset + 1) }
  }

  private static func isSum(_ words: String) -> Bool {
    guard words.utf8.count < 40 else { return false }
    var text = FoldedText(words).compact
    while let last = text.last, ":：".contains(last) { text.removeLast() }
    return ["合计", "总计", "小计", "共计", "本页合计", "本页小计", "累计"].contains(text)
  }

  private func isNote(_ text: String) -> Bool { synonymIndex.words(text).beginning != nil }

  /// `填报人：张三`, `单位负责人（签字）：`, `联系电话：…`, or a blank mark such as `（单位盖章）`.
  private func isSignature(_ words: String) -> Bool {
    let said = synonymIndex.words(words)
    if said.otherKind == .signature { return true }
    guard let colon = words.firstIndex(where: { ":：".contains($0) }) else { return said.meanings.field == .signature }
    let field = synonymIndex[String(words[..<colon])].field
    return field == .signature || field == .contact
  }
}
