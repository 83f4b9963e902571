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
    let shown = sheet.use == .ledger ? rows.prefix(Self.rowLimit) : rows[...]
    let cells = shown.flatMap(\.value)
    let columns = Set(cells.map(\.reference.column)).sorted()
    let widths = Dictionary(
      grouping: cells, by: \.reference.column
    ).mapValues { column in
      max(4, column.map { DisplayWidth.of(words(of: $0), atMost: Self.widest) }.max() ?? 0)
    }
    let margin = String((shown.last?.key ?? 0) + 1).count
    var lines = [
      ([String(repeating: " ", count: margin)]
        + columns.map { DisplayWidth.fit(CellReference.columnName($0), to: widths[$0] ?? 4) }).joined(separator: " │ ")
    ]
    for (row, cells) in shown {
      let byColumn = Dictionary(cells.map { ($0.reference.column, $0) }, uniquingKeysWith: { first, _ in first })
      let number = String(repeating: " ", count: margin - String(row + 1).count) + String(row + 1)
      let drawn = columns.map { column in
        guard let cell = byColumn[column] else { return String(repeating: " ", count: widths[column] ?? 4) }
        return paint(DisplayWidth.fit(words(of: cell), to: widths[column] ?? 4), as: sheet.roles[cell.reference])
      }
      lines.append(([number] + drawn).joined(separator: " │ "))
    }
    return (lines, rows.count - shown.count)
  }

  private func words(of cell: Cell) -> String {
    let beginning = cell.text.unicodeScalars.drop { $0.properties.isWhitespace }.prefix(Self.scalarsLookedAt)
    return (sheet.roles[cell.reference]?.mark ?? "") + String(String.UnicodeScalarView(beginning))
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
