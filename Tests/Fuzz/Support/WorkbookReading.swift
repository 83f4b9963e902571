import Findings
import Spreadsheet

/// Asks a file for everything that anybody can ask of a workbook, and checks what every reader promises; a refusal is a good answer.
///
/// - Parameter check: What a reader promises beyond that of each sheet.
func readEverything(of bytes: [UInt8], _ limits: Limits, check: (Sheet) -> Void = { _ in }) {
  do {
    let workbook = try Workbooks.open(bytes: bytes, options: ReadingOptions(limits: limits))
    require(!workbook.sheets.isEmpty, "a workbook without sheets is refused")
    var length = textLength(of: workbook.findings)
    for info in workbook.sheets {
      length += info.name?.utf8.count ?? 0
      length += (try? workbook.objects(on: info))?.reduce(0) { $0 + $1.text.utf8.count } ?? 0
      length += (try? workbook.rows(of: info).readToEnd())?.pageTexts.reduce(0) { $0 + $1.utf8.count } ?? 0
      guard let sheet = try? workbook.sheet(info) else { continue }
      length += checkedLength(of: sheet)
      check(sheet)
    }
    require(length >= 0, "nothing was read")
  } catch {
    // Only refusals can be thrown here, and a refusal has words.
    require(!error.finding.message(in: .english).isEmpty, "a refusal without words")
  }
}

private func checkedLength(of sheet: Sheet) -> Int {
  var length = textLength(of: sheet.findings)
  var last: CellReference?
  for cell in sheet.cells {
    length += cell.text.utf8.count + cell.value.utf8.count
    length += cell.runs.reduce(0) { $0 + $1.text.utf8.count }
    length += cell.number == nil && cell.kind == .number ? 1 : 0
    require(last.map { $0 < cell.reference } ?? true, "cells are in order, one an address")
    require(sheet[cell.reference]?.value == cell.value, "a cell is found where it is")
    last = cell.reference
  }
  for (index, merge) in sheet.merges.enumerated().prefix(100) {
    require(!sheet.merges[(index + 1)...].contains { $0.intersects(merge) }, "merges are disjoint")
  }
  return length
}

/// In both languages, so that a value that the words lack is seen.
private func textLength(of findings: [Finding]) -> Int {
  findings.reduce(0) { $0 + $1.message(in: .chinese).utf8.count + $1.message(in: .english).utf8.count }
}
