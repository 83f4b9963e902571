import Findings

extension WorksheetReader {
  /// Reads the row whose start tag is the last token.
  ///
  /// - Returns: nil where it has no cells of its own.
  func readRow(isEmpty: Bool) throws(Refusal) -> Row? {
    var row = RowBeingRead(index: lastRow + 1)
    readAttributes(into: &row)
    if isEmpty {
      lastRow = row.index
      return nil
    }
    try push(.row)
    let depth = open.depth
    row.cells.reserveCapacity(expectedCells)
    maker.textBytes = 0
    while open.depth >= depth {
      if window.isLow { _ = try window.more(from: window.cursor.at) }
      try readCells(into: &row)
    }
    lastRow = row.index
    expectedCells = min(row.cells.count, CellReference.maximumColumns)
    return finish(&row)
  }

  /// Reads cells until the row ends, something else than a cell comes up, or more bytes are needed.
  private func readCells(into row: inout RowBeingRead) throws(Refusal) {
    var cursor = window.cursor
    while true {
      let mark = cursor.at
      if let plain = PlainCell(at: mark) {
        cursor.at = plain.end
        try add(plain, to: &row)
        continue
      }
      let token = cursor.next()
      switch token {
      case .start where cursor.name == .c, .empty where cursor.name == .c:
        switch parser.parse(&cursor, isEmpty: token == .empty) {
        case .complete: try addParsed(to: &row)
        case .incomplete: return try fetchMore(from: mark)
        case .malformed:
          window.cursor.at = mark
          throw window.malformed("not well-formed")
        }
      case .text, .characterData: continue
      case .incomplete: return try fetchMore(from: mark)
      default:
        window.cursor.at = mark
        return try readOther()
      }
    }
  }

  private func fetchMore(from mark: UnsafePointer<UInt8>) throws(Refusal) {
    if try !window.more(from: mark) { throw window.malformed("cut off") }
  }

  /// A tag within a row that is no cell.
  private func readOther() throws(Refusal) {
    guard let token = try window.next() else { throw window.malformed("cut off") }
    let name = window.cursor.name
    switch token {
    case .start where name == .alternateContent || name == .fallback: try push(name)
    case .start:
      recordMisplaced(name)
      try window.skip()
    case .end: guard open.pop(name) else { throw window.malformed("end tag without its start") }
    default: return
    }
  }

  private func readAttributes(into row: inout RowBeingRead) {
    parser.keepsSpaceAround = keepsSpace
    for attribute in XMLAttributes(window.cursor.attributes) {
      if attribute.hasPrefix {
        if let isPreserved = InheritedSpace.isPreserved(window.cursor.attributes) {
          parser.keepsSpaceAround = isPreserved
        }
        continue
      }
      if attribute.name == .r {
        XMLText.withResolved(attribute.value) { readNumber($0, into: &row) }
      } else if attribute.name == .hidden {
        row.isHidden = XMLText.isTrue(attribute.value)
      }
    }
  }

  private func readNumber(_ value: UnsafeBufferPointer<UInt8>, into row: inout RowBeingRead) {
    if let number = CellParser.integer(value), number > 0, number <= CellReference.maximumRows {
      row.index = number - 1
      row.hasIndex = true
    } else {
      list.add(.xlsxInvalidReference, at: nil, ["found": XMLText.quotation(of: value)])
    }
  }

  /// Takes in a cell that needed no parser.
  @inline(__always)
  private func add(_ plain: PlainCell, to row: inout RowBeingRead) throws(Refusal) {
    let reference = plain.reference
    if !row.hasIndex, row.nextColumn == 0 { row.index = reference.row }
    row.nextColumn = reference.column + 1
    if reference.row == row.index, reference.column > row.lastColumn {
      row.lastColumn = reference.column
      try maker.append(plain, to: &row.cells) { rule, values in list.add(rule, at: CellRange(reference), values()) }
    } else {
      var cells: [Cell] = []
      try maker.append(plain, to: &cells) { rule, values in list.add(rule, at: CellRange(reference), values()) }
      if let cell = cells.first { try append(cell, to: &row) }
    }
    try checkTexts()
  }

  /// Takes in what the parser holds.
  private func addParsed(to row: inout RowBeingRead) throws(Refusal) {
    let reference: CellReference
    if let own = parser.reference {
      if !row.hasIndex, row.nextColumn == 0 { row.index = own.row }
      reference = own
    } else {
      reference = CellReference(row: row.index, column: row.nextColumn)
      if let found = parser.invalidReference {
        list.add(.xlsxInvalidReference, at: CellRange(reference), ["found": found])
      }
    }
    guard reference.column < CellReference.maximumColumns, reference.row < CellReference.maximumRows else {
      list.add(.xlsxInvalidReference, at: nil, ["found": reference.a1])
      return
    }
    row.nextColumn = reference.column + 1
    let cell = try maker.cell(at: reference, parser) { rule, values in
      list.add(rule, at: CellRange(reference), values())
    }
    if let cell { try append(cell, to: &row) }
    try checkTexts()
  }

  /// Takes in a cell that may stand anywhere.
  private func append(_ cell: Cell, to row: inout RowBeingRead) throws(Refusal) {
    let reference = cell.reference
    if reference.row == row.index {
      if reference.column <= row.lastColumn { row.isOutOfOrder = true }
      row.lastColumn = reference.column
      row.cells.append(cell)
    } else {
      row.strays.append(cell)
    }
    if row.cells.count + row.strays.count > 2 * CellReference.maximumColumns {
      throw .exceeded("cellsOfRow", 2 * CellReference.maximumColumns, part: window.part)
    }
  }

  @inline(__always)
  private func checkTexts() throws(Refusal) {
    guard maker.textBytes > limits.textBytesOfRow else { return }
    throw .exceeded("textBytesOfRow", limits.textBytesOfRow, part: window.part)
  }

  /// Puts the cells in order; those that say they stand in another row become rows that follow.
  private func finish(_ row: inout RowBeingRead) -> Row? {
    if row.index < highestRow || (row.index == highestRow && !row.cells.isEmpty) {
      list.add(
        .xlsxRowsOutOfOrder, at: nil, ["found": String(row.index + 1), "other": String(highestRow + 1)])
    }
    if !row.strays.isEmpty {
      let strays = Sheet(info: sheet, cells: row.strays)
      for cell in strays.cells {
        list.add(.xlsxStrayCell, at: CellRange(cell.reference), ["row": String(row.index + 1)])
      }
      strayRows += strays.rows
    }
    if row.isOutOfOrder {
      let ordered = Sheet(info: sheet, cells: row.cells).cells
      if ordered.count < row.cells.count {
        var seen: Set<CellReference> = []
        for cell in row.cells where !seen.insert(cell.reference).inserted {
          list.add(.xlsxDuplicateCell, at: CellRange(cell.reference))
        }
      }
      row.cells = ordered
    }
    highestRow = max(highestRow, row.index, strayRows.last?.index ?? 0)
    if row.cells.isEmpty { return strayRows.popFirst() }
    return Row(index: row.index, cells: row.cells, isHidden: row.isHidden)
  }
}

/// A row while its cells come in.
private struct RowBeingRead {
  var index: Int
  var hasIndex = false
  var isHidden = false
  var cells: [Cell] = []
  /// Cells whose own reference names another row.
  var strays: [Cell] = []
  var nextColumn = 0
  /// Where the last of `cells` stands.
  var lastColumn = -1
  var isOutOfOrder = false

  init(index: Int) { self.index = index }
}
