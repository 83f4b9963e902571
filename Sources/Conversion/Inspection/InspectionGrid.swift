import Findings
import Spreadsheet

/// A sheet drawn for a terminal: a line a row, each cell cut to a few characters, marked and colored by its role.
struct InspectionGrid {
  let sheet: InspectedSheet
  let isColored: Bool

  /// Rows of a ledger that are drawn; a form is drawn whole.
  static let rowLimit = 60
  private static let widest = 16
  /// Of a text no more is looked at than a column could show.
  private static let scalarsLookedAt = 128

  /// The lines, and how many rows they leave out.
  func lines() -> (lines: [String], rowsLeftOut: Int) {
    let rows = Dictionary(grouping: sheet.sheet.cells, by: \.reference.row).sorted { $0.key < $1.key }
    let shown = (sheet.use == .ledger ? rows.prefix(Self.rowLimit) : rows[...]).map { row, cells in
      (row: row, cells: cells.map { DrawnCell($0, role: sheet.roles[$0.reference]) })
    }
    var widthOfColumn: [Int: Int] = [:]
    for cell in shown.lazy.flatMap(\.cells) {
      let known = widthOfColumn[cell.column] ?? 4
      widthOfColumn[cell.column] = max(known, DisplayWidth.of(cell.words, atMost: Self.widest))
    }
    let columns = widthOfColumn.sorted { $0.key < $1.key }.map { column, width in
      (index: column, width: width, blank: String(repeating: " ", count: width))
    }
    let margin = String((shown.last?.row ?? 0) + 1).count
    var lines = [
      ([String(repeating: " ", count: margin)]
        + columns.map { DisplayWidth.fit(CellReference.columnName($0.index), to: $0.width) }).joined(separator: " │ ")
    ]
    for (row, cells) in shown {
      var line = String(repeating: " ", count: margin - String(row + 1).count) + String(row + 1)
      var rest = cells[...]
      for column in columns {
        line += " │ "
        if let cell = rest.first, cell.column == column.index {
          line += paint(DisplayWidth.fit(cell.words, to: column.width), as: cell.role)
          rest.removeFirst()
        } else {
          line += column.blank
        }
      }
      lines.append(line)
    }
    return (lines, rows.count - shown.count)
  }

  /// A cell as it is drawn: the mark of its role, and the beginning of its words.
  private struct DrawnCell {
    let column: Int
    let role: InspectedSheet.Role?
    let words: String

    init(_ cell: Cell, role: InspectedSheet.Role?) {
      column = cell.reference.column
      self.role = role
      let beginning = cell.text.unicodeScalars.drop { $0.properties.isWhitespace }.prefix(scalarsLookedAt)
      words = (role?.mark ?? "") + String(beginning)
    }
  }

  private func paint(_ text: String, as role: InspectedSheet.Role?) -> String {
    guard isColored, let role else { return text }
    return "\u{1B}[\(role.color)m\(text)\u{1B}[0m"
  }
}

extension InspectedSheet.Role {
  /// What stands before a cell's words, so that roles show without colors as well.
  var mark: String {
    switch self {
    case .value: "="
    case .label: "#"
    case .labelAndValue: "#="
    case .signature, .note, .instruction: "~"
    case .other: "!"
    }
  }

  /// The parameters of the terminal's color sequence (ECMA-48, 8.3.117 SGR).
  var color: String {
    switch self {
    case .value: "32"
    case .label: "34"
    case .labelAndValue: "36"
    case .signature, .note, .instruction: "33"
    case .other: "1;31"
    }
  }
}
