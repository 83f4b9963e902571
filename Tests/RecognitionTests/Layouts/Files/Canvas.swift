import Findings
import Spreadsheet

/// What a drawn cell holds: words, or a number under a format with the words it shows.
struct Ink {
  var text: String
  var number: String?
  var format: String?
  /// Whether the number is a date's serial number.
  var isDate = false

  init(_ text: String) { self.text = text }

  init(number: String, format: String, shown: String) {
    text = shown
    self.number = number
    self.format = format
  }

  /// A number under the format that shows these very digits.
  init(displayed amount: String) {
    let decimals = amount.split(separator: ".").dropFirst().first?.count ?? 0
    let format = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
    self.init(number: amount, format: format, shown: amount)
  }
}

/// What a layout is drawn on.
enum Medium: CaseIterable {
  /// A sheet that lost its merges.
  case bareSheet
  /// A sheet with true merges.
  case mergedSheet
  case csv
  case tsv
  /// A text file that says what a merge held in every cell of it.
  case repeatingCSV

  /// Whether what a merge covered is gone, and with it the place of the cells beside it.
  var losesMerges: Bool { self != .mergedSheet && self != .repeatingCSV }
  var keepsMerges: Bool { self == .mergedSheet }
  var keepsNumbers: Bool { self == .mergedSheet || self == .bareSheet }
}

/// Cells and merges on the way to a sheet or a text file.
struct Canvas {
  let medium: Medium
  /// How the cells become a file; nil where they go to the recognizer as they are.
  let file: LayoutFile?
  private(set) var cells: [CellReference: Ink] = [:]
  private(set) var merges: [CellRange] = []
  /// Rows that a spreadsheet program would not show.
  var hiddenRows: Set<Int> = []

  init(_ choices: Choices) {
    medium = choices.pick("medium", Medium.allCases)
    file = LayoutFile(choices, medium)
  }

  /// Puts something into a rectangle; returns the cell it stands in.
  @discardableResult
  mutating func put(_ ink: Ink, row: Int, column: Int, rows: Int = 1, columns: Int = 1) -> CellReference {
    let first = CellReference(row: row, column: column)
    if !ink.text.isEmpty {
      cells[first] = ink
      if medium == .repeatingCSV {
        for row in row..<row + rows {
          for column in column..<column + columns { cells[CellReference(row: row, column: column)] = ink }
        }
      }
    }
    if medium.keepsMerges, rows * columns > 1 {
      merges.append(CellRange(rows: row...(row + rows - 1), columns: column...(column + columns - 1)))
    }
    return first
  }

  /// The row below all cells and merges.
  var height: Int {
    max(cells.keys.map { $0.row + 1 }.max() ?? 0, merges.map { $0.last.row + 1 }.max() ?? 0)
  }

  /// The file as its bytes are read; nil where there is none.
  func workbook() throws -> (any Workbook)? { try file.map { try Workbooks.open(.bytes($0.bytes(of: self))) } }

  func sheet() throws -> Sheet {
    if let workbook = try workbook() { return try workbook.sheet(workbook.sheets[0]) }
    let drawn = cells.map { reference, ink in
      Cell(
        at: reference, kind: ink.isDate ? .date : ink.number == nil ? .text : .number, text: ink.text,
        value: ink.number, format: ink.format)
    }
    return Sheet(info: SheetInfo(name: "Sheet1"), cells: drawn, merges: merges, hiddenRows: hiddenRows)
  }

  /// The cells as comma or tab separated text; also what a failure shows.
  var text: String {
    let delimiter = medium == .tsv ? "\t" : ","
    let width = (cells.keys.map(\.column).max() ?? 0) + 1
    return (0..<height).map { row in
      (0..<width).map { column in
        let text = cells[CellReference(row: row, column: column)]?.text ?? ""
        let isPlain = !text.contains(where: { "\"\n\r".contains($0) || String($0) == delimiter })
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: delimiter) + "\n"
    }.joined()
  }
}
