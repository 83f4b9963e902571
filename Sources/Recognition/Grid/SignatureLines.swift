import Foundation
import Spreadsheet

/// The date of a signature, which often stands by itself: `（单位盖章） | 2023年10月12日`, or in the row below.
struct SignatureLines {
  private var lastRow: Int?

  /// Whether a date in this line is that of a signature. Lines have to be asked about from above to below.
  ///
  /// - Parameter claim: What a cell has been found to be, where it belongs to no field.
  mutating func matches(_ line: Line, claim: (GridCell) -> CellRole.OtherKind?) -> Bool {
    let isSignature = line.cells.contains { (claim($0) ?? $0.otherKind) == .signature }
    let follows = lastRow.map { line.row <= $0 + 1 } ?? false && line.cells.allSatisfy(Self.isDate)
    lastRow = isSignature || follows ? line.row : nil
    return isSignature || follows
  }

  /// `2023年10月12日`, `2023-10-12`, a date cell, `年　月　日` to be filled in by hand.
  static func isDate(_ cell: GridCell) -> Bool {
    if cell.cell.kind == .date { return true }
    guard cell.cell.kind == .text, cell.text.utf8.count < 48 else { return false }
    let text = FoldedText(cell.text).compact
    if text == "年月日" { return true }
    return text.count(where: \.isNumber) >= 6 && PeriodGrammar.parse(text)?.kind == .endOnly
      && (text.contains("日") || text.count(where: { "-./".contains($0) }) == 2)
  }
}
