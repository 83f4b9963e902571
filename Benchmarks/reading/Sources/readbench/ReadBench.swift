import Glibc
import Spreadsheet

/// Reads spreadsheets and prints the number of cells and what it saw of them.
///
/// - rows: every row with its cells, nothing taken out of them
/// - values: every number with its figures, every other value as a String: what a program that counts wants, and what the
///   peers hand out
/// - text: the text of every cell as Excel displays it
@main
struct ReadBench {
  private var cells = 0
  private var length = 0

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2, ["rows", "values", "text"].contains(arguments[1]) else {
      print("usage: readbench rows|values|text FILE…")
      exit(64)
    }
    var bench = ReadBench()
    for path in arguments.dropFirst(2) { try bench.read(path, arguments[1]) }
    print(bench.cells, bench.length)
  }

  private mutating func read(_ path: String, _ mode: String) throws {
    let workbook = try Workbooks.open(path: path)
    for sheet in workbook.sheets {
      let rows = try workbook.rows(of: sheet)
      while let row = try rows.next() {
        cells += row.cells.count
        if mode == "values" { addValues(of: row) } else if mode == "text" { addTexts(of: row) }
      }
    }
  }

  private mutating func addValues(of row: Row) {
    for cell in row.cells {
      if let number = cell.exactNumber {
        length &+= Int(truncatingIfNeeded: number.significand) &+ number.exponent
      } else {
        length &+= cell.value.utf8.count
      }
    }
  }

  private mutating func addTexts(of row: Row) {
    for cell in row.cells { length += cell.text.utf8.count }
  }
}
