import Findings

/// What a sheet holds until its workbook is packed; of a streamed one only the row that is being written.
final class SheetContent {
  let name: String
  let isHidden: Bool
  /// Rows from `firstRow` on.
  var rows: [Row] = []
  private(set) var firstRow = 0
  var widths: [Int: Double] = [:]
  var view = View()
  var isProtected = false
  var filter: CellRange?
  var merges: [CellRange] = []
  var inputs: [(input: XLSXSheet.Input, cells: CellRange)] = []
  var page: XLSXSheet.PageSetup?
  var comments: [Comment] = []
  /// The part of a streamed sheet as far as it is written.
  private let spool: PartSpool?
  private var hasBegun = false

  struct View {
    var frozen: CellReference?
    var hidesGridlines = false
    /// Whether this is the sheet that is open when the workbook is.
    var isActive = false
  }

  struct Comment {
    let cell: CellReference
    let text: String
    let author: String
    /// Pixels.
    let height: Int
  }

  struct Row {
    /// Points; nil for what the program finds right.
    var height: Double?
    /// In column order.
    var cells: [Cell] = []
    /// Columns that merges take.
    var merged: [ClosedRange<Int>] = []

    var isEmpty: Bool { cells.isEmpty && height == nil }
  }

  struct Cell {
    var column: Int32
    /// Number of the style, 0 for none.
    var style: Int32
    var value: Value
  }

  enum Value {
    case blank
    /// Number of a text in the workbook's table.
    case sharedText(Int)
    case text(String)
    /// Decimal digits.
    case number(String)
    /// A formula whose stored result is an empty text.
    case formula(String)
  }

  init(_ name: String, isHidden: Bool, isStreamed: Bool) throws(Refusal) {
    self.name = name
    self.isHidden = isHidden
    spool = isStreamed ? try PartSpool() : nil
  }

  var isStreamed: Bool { spool != nil }
  /// Whether there are rows that have left memory: what stands in front of them cannot change any more.
  var headIsWritten: Bool { hasBegun }

  /// Makes room for a row and changes it.
  ///
  /// - Throws: `workbook.write-failed` for a row of a streamed sheet that has left memory.
  func change(row: Int, _ change: (inout Row) -> Void) throws(Refusal) {
    if isStreamed, row != firstRow {
      guard row > firstRow else { throw XLSXFile.failure("row \(row + 1) out of order") }
      try flush()
      firstRow = row
    }
    while rows.count <= row - firstRow { rows.append(Row()) }
    change(&rows[row - firstRow])
  }

  /// Moves the row of a streamed sheet out of memory.
  private func flush() throws(Refusal) {
    guard let spool else { return }
    var xml = XMLBytes(capacity: 4096)
    if !hasBegun {
      SheetPart.writeHead(of: self, to: &xml)
      hasBegun = true
    }
    SheetPart.write(rows, from: firstRow, to: &xml)
    rows.removeAll(keepingCapacity: true)
    try spool.append(xml.bytes)
  }

  /// The part of the sheet, as `xl/worksheets/sheet1.xml`.
  func packed(as part: String, _ deflater: Deflater) throws(Refusal) -> PackedPart {
    if let spool {
      try flush()
      var tail = XMLBytes()
      SheetPart.writeTail(of: self, to: &tail)
      try spool.append(tail.bytes)
      try spool.finish()
      return PackedPart(part, spool)
    }
    var xml = XMLBytes(capacity: 64 * 1024)
    SheetPart.writeHead(of: self, to: &xml)
    SheetPart.write(rows, from: firstRow, to: &xml)
    SheetPart.writeTail(of: self, to: &xml)
    return PackedPart(part, xml, deflater)
  }
}

extension SheetContent.Row {
  /// Puts a cell into its place; one that stands there is replaced.
  mutating func set(_ cell: SheetContent.Cell) {
    guard let last = cells.last, last.column >= cell.column else { return cells.append(cell) }
    var index = cells.count
    while index > 0, cells[index - 1].column > cell.column { index -= 1 }
    if index > 0, cells[index - 1].column == cell.column {
      cells[index - 1] = cell
    } else {
      cells.insert(cell, at: index)
    }
  }
}
