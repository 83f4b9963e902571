import Findings
import Spreadsheet
import TrackingModel

/// Any spreadsheet as the reader sees it: one JSON object a line for each sheet, each non-empty cell and each merged range.
///
///     {"sheet":"Sheet1","index":0,"state":"visible"}
///     {"sheet":"Sheet1","cell":"B3","kind":"number","text":"75.00","value":"75"}
///     {"sheet":"Sheet1","merge":"A1:H1"}
///
/// Lines go out while rows come in, so that a table of any size takes no more memory than its shared strings.
package struct CellListing {
  private let workbook: any Workbook
  private let write: ([UInt8]) throws -> Void
  private var lines: [UInt8] = []
  private var listedBytes = 0
  /// Whether every sheet was read to its end.
  package private(set) var isComplete = true

  /// Cells that are put in order where the file has its rows out of order; behind them rows come as they stand.
  private static let cellsInOrder = 100_000
  /// And the bytes of their texts.
  private static let textBytesInOrder = 64 << 20
  private static let bytesAtOnce = 64 * 1024

  /// - Parameter write: Takes whole lines, many at once.
  package init(of workbook: any Workbook, write: @escaping ([UInt8]) throws -> Void) {
    self.workbook = workbook
    self.write = write
  }

  /// Lists all sheets in order, hidden ones too. A sheet that cannot be read to its end does not keep the others back.
  ///
  /// - Returns: What the reader had to say, the refusals of sheets among it.
  /// - Throws: What `write` throws.
  package mutating func list() throws -> [Finding] {
    var findings = workbook.findings
    if findings.contains(where: { $0.severity == .error }) { isComplete = false }
    for sheet in workbook.sheets {
      line { json in
        json.member("sheet", sheet.name)
        json.member("index", sheet.index)
        json.member("state", sheet.state.rawValue)
      }
      do {
        let rows = try workbook.rows(of: sheet)
        try list(rows, of: sheet)
        for merge in try rows.readToEnd().merges {
          line { json in
            json.member("sheet", sheet.name)
            json.member("merge", merge.a1)
          }
          if lines.count > Self.bytesAtOnce { try flush() }
        }
        findings += rows.findings
      } catch let refusal as Refusal {
        findings.append(refusal.finding.within(Place(sheet: sheet.name)))
        isComplete = false
      }
      try flush()
    }
    return findings
  }

  private mutating func list(_ rows: any RowReader, of sheet: SheetInfo) throws {
    let pieces = LinePieces(of: sheet)
    var first: [Cell] = []
    var textBytes = 0
    while first.count < Self.cellsInOrder, textBytes < Self.textBytesInOrder, let row = try rows.next() {
      for cell in row.cells {
        first.append(cell)
        textBytes += cell.textBytes
      }
    }
    for cell in Sheet(info: sheet, cells: first).cells { try list(cell, pieces) }
    while let row = try rows.next() {
      for cell in row.cells { try list(cell, pieces) }
    }
  }

  private mutating func list(_ cell: Cell, _ pieces: LinePieces) throws {
    lines += pieces.beforeReference
    lines += cell.reference.a1.utf8
    lines += pieces.beforeKind
    lines += cell.kind.rawValue.utf8
    lines += pieces.beforeText
    cell.withTextBytes { JSONText.append(quoted: $0, to: &lines) }
    lines += pieces.beforeValue
    JSONText.append(quoted: cell.value, to: &lines)
    lines += pieces.end
    // A single text of the file may stand in every cell, so a row is too much to keep.
    if lines.count > Self.bytesAtOnce {
      try flush()
      try checkRatio()
    }
  }

  /// - Throws: `file.too-large` where a small package shows more than any table in it could hold.
  private func checkRatio() throws(Refusal) {
    guard let size = workbook.compressedSize, listedBytes > workbook.limits.listedBytesWithoutRatio,
      listedBytes / max(1, workbook.limits.listingRatio) > size
    else { return }
    throw .exceeded("listingRatio", workbook.limits.listingRatio)
  }

  private mutating func line(_ members: (inout JSONText) -> Void) {
    var json = JSONText(.compact)
    json.object(members)
    json.endLine()
    lines += json.bytes
  }

  private mutating func flush() throws {
    if !lines.isEmpty { try write(lines) }
    listedBytes += lines.count
    lines.removeAll(keepingCapacity: true)
  }
}

/// What the lines of all cells of a sheet have in common, between what they have not.
private struct LinePieces {
  let beforeReference: [UInt8]
  let beforeKind = Array(#"","kind":""#.utf8)
  let beforeText = Array(#"","text":"#.utf8)
  let beforeValue = Array(#","value":"#.utf8)
  let end = Array("}\n".utf8)

  init(of sheet: SheetInfo) {
    var bytes = Array(#"{"sheet":"#.utf8)
    if let name = sheet.name { JSONText.append(quoted: name, to: &bytes) } else { bytes += "null".utf8 }
    beforeReference = bytes + #","cell":""#.utf8
  }
}
