import Findings
import Spreadsheet

/// The rows of a sheet whose first ones were looked at: they come again, and then the others.
final class PeekedRows: RowReader {
  /// What was looked at.
  let first: [Row]
  private let rest: any RowReader
  private var position = 0

  /// - Parameter count: How many rows to look at.
  init(_ rows: any RowReader, count: Int) throws(Refusal) {
    var first: [Row] = []
    while first.count < count, let row = try rows.next() { first.append(row) }
    self.first = first
    rest = rows
  }

  func next() throws(Refusal) -> Row? {
    guard position < first.count else { return try rest.next() }
    position += 1
    return first[position - 1]
  }

  func readToEnd() throws(Refusal) -> SheetLayout {
    position = first.count
    return try rest.readToEnd()
  }

  var hiddenColumns: Set<Int> { rest.hiddenColumns }
  var findings: [Finding] { rest.findings }
}

/// A workbook with one of its sheets opened already, to take that sheet whole without reading it twice.
final class WorkbookWithOpenSheet: Workbook {
  private let base: any Workbook
  private let open: any RowReader

  init(_ base: any Workbook, open: any RowReader) {
    self.base = base
    self.open = open
  }

  var format: FileFormat { base.format }
  var sheets: [SheetInfo] { base.sheets }
  var limits: Limits { base.limits }
  var findings: [Finding] { base.findings }
  func rows(of sheet: SheetInfo) throws(Refusal) -> any RowReader { open }
}
