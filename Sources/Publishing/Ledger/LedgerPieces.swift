import TrackingModel

/// Cuts a row whose texts do not fit in the cells of a workbook into the row and rows that go on with it.
enum LedgerPieces {
  /// The row itself, and as many continuation rows as its longest text needs: those carry the form's number and the continuation mark.
  static func rows(of cells: [LedgerCell], formNumber: Int, in table: LedgerTable) -> [[LedgerCell]] {
    guard cells.contains(where: isLong) else { return [cells] }
    var rows = [cells]
    for (column, cell) in cells.enumerated() {
      guard let text = cell.string, isLong(cell) else { continue }
      for (row, piece) in pieces(of: text).enumerated() {
        if row == rows.count { rows.append(continuation(formNumber: formNumber, in: table)) }
        rows[row][column] = .text(piece)
      }
    }
    return rows
  }

  private static func continuation(formNumber: Int, in table: LedgerTable) -> [LedgerCell] {
    var cells = [LedgerCell](repeating: .blank, count: table.columns.count)
    for (column, definition) in table.columns.enumerated() {
      if definition == .formNumber { cells[column] = .count(formNumber) }
      if definition == .indicatorNumber { cells[column] = .text(LedgerColumn.continuationMark) }
    }
    return cells
  }

  private static func isLong(_ cell: LedgerCell) -> Bool {
    // A UTF-8 byte never stands for more than seven units.
    guard let text = cell.string, text.utf8.count > XLSXText.maximumLength / 7 else { return false }
    return text.unicodeScalars.reduce(0) { $0 + cost($1) } > XLSXText.maximumLength
  }

  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var units = 0
    for scalar in text.unicodeScalars {
      let cost = cost(scalar)
      if units + cost > XLSXText.maximumLength {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
        units = 0
      }
      piece.append(scalar)
      units += cost
    }
    return pieces + [String(piece)]
  }

  /// UTF-16 units in the file: an escape has seven.
  private static func cost(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 9, 10: 1
    case 0..<32, 0x5F, 0xFFFE, 0xFFFF: 7
    default: UTF16.width(scalar)
    }
  }
}

extension LedgerCell {
  /// The words of the cell; nil for a blank, a count and an amount.
  fileprivate var string: String? {
    switch self {
    case .text(let text), .value(let text): text
    case .blank, .count, .amount: nil
    }
  }
}
