import Findings
import Foundation
import Spreadsheet

/// What the first rows of a sheet say that may be the header of a ledger: each text is compared with the vocabulary once.
struct HeaderWords {
  private let rows: ArraySlice<Row>
  private let hasProject: [Bool]
  private let synonymIndex: SynonymIndex

  init(_ rows: ArraySlice<Row>, synonymIndex: SynonymIndex) {
    self.rows = rows
    self.synonymIndex = synonymIndex
    hasProject = rows.map { row in
      row.cells.contains { cell in
        guard cell.kind == .text else { return false }
        let label = synonymIndex.words(cell.text).meanings.field
        return label == .project || label == .projectCode
      }
    }
  }

  /// In which row from there on, the first being 1, the heading of the project stands; nil where in none.
  func depthOfProject(from start: Int, atMost depth: Int) -> Int? {
    hasProject[start...].prefix(depth).firstIndex(of: true).map { $0 - start + 1 }
  }

  /// A further row of a header has nothing but headings in it.
  func isPartOfHeader(_ index: Int) -> Bool {
    let cells = rows[index].cells
    guard cells.allSatisfy({ $0.kind == .text && Decimal(plain: $0.text) == nil }) else { return false }
    let headings = LedgerHeadings(synonymIndex: synonymIndex)
    let known = cells.count { synonymIndex.words($0.text).meanings.isKnown || headings.namesAmount($0.text) }
    return known * 2 > cells.count
  }
}
