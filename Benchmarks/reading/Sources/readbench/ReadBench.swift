import Foundation
import Spreadsheet

/// Reads spreadsheets and prints the number of cells and of bytes of text that it saw.
///
/// - rows: every row with its cells, nothing displayed: what a program that wants numbers needs
/// - text: the displayed text of every cell as well
@main
struct ReadBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, ["rows", "text"].contains(arguments[1]) else {
      print("usage: readbench rows|text FILE…")
      exit(64)
    }
    var cells = 0
    var length = 0
    for path in arguments.dropFirst(2) {
      let workbook = try openWorkbook(.file(path))
      for sheet in workbook.sheets {
        let rows = try workbook.rows(of: sheet)
        while let row = try rows.next() {
          cells += row.cells.count
          if arguments[1] == "text" { length += row.cells.reduce(0) { $0 + $1.text.utf8.count } }
        }
      }
    }
    print(cells, length)
  }
}
