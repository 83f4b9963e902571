import Foundation
import TrackTable

// The rows of any spreadsheet, from bytes to the terminal: Rows < 台账.xlsx

/// Prints a workbook sheet by sheet, in memory that does not grow with its rows.
func printRows(of bytes: [UInt8]) throws(Refusal) {
  let workbook = try Workbooks.open(bytes: bytes)
  for sheet in workbook.sheets {
    let rows = try workbook.rows(of: sheet)
    while let row = try rows.next() {
      let cells = row.cells.map { "\($0.reference)=\($0.text)" }
      print(cells.joined(separator: "\t"))
    }
    // What a file says behind its rows is known at their end only.
    let layout = try rows.readToEnd()
    print("merged:", layout.merges.map(\.a1).joined(separator: " "))
  }
}

/// A small sheet as a whole, asked by address.
func printTitle(of bytes: [UInt8]) throws(Refusal) {
  let workbook = try Workbooks.open(bytes: bytes)
  let sheet = try workbook.sheet(workbook.sheets[0])
  if let title = sheet["A1"] {
    print("title:", title.text, title.kind, title.number as Any)
  }
}

do throws(Refusal) {
  let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
  try printRows(of: bytes)
  try printTitle(of: bytes)
} catch {
  // A refusal is a finding: it says what the file really is, and what to do.
  print(error.finding.message(in: .chinese), error.finding.advice(in: .chinese) ?? "")
  exit(2)
}
