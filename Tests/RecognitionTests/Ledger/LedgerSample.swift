import Findings
import Spreadsheet
import TrackingModel

@testable import Recognition

/// A ledger written into a test as it would look in a text file: cells apart by `|`, spaces around them for the eye only.
func recognizeLedger(
  _ text: String, settings: RecognitionSettings = .init(), numbers: Bool = false, hiddenColumns: Set<Int> = []
) throws -> (forms: [RecognizedForm], findings: [Finding]) {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  var rows: [Row] = []
  for (row, line) in lines.enumerated() {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).enumerated().compactMap {
      (column, words) -> Cell? in
      let text = String(words).trimmed
      return text.isEmpty ? nil : Cell(at: CellReference(row: row, column: column), text: text)
    }
    if !cells.isEmpty { rows.append(Row(index: row, cells: cells)) }
  }
  return try recognize([("台账", rows)], settings: settings, hiddenColumns: hiddenColumns)
}

/// What recognition makes of a workbook of these sheets.
func recognize(
  _ sheets: [(name: String?, rows: [Row])], settings: RecognitionSettings = .init(), hiddenColumns: Set<Int> = []
) throws -> (forms: [RecognizedForm], findings: [Finding]) {
  var forms: [RecognizedForm] = []
  let findings = try Recognizer(settings: settings).recognize(RowsInMemory(sheets, hiddenColumns: hiddenColumns)) {
    forms.append($0)
  }
  return (forms, findings)
}

/// A workbook that never was a file.
final class RowsInMemory: Workbook {
  let format = FileFormat.csv
  let sheets: [SheetInfo]
  let findings: [Finding] = []
  private let rowsOfSheets: [[Row]]
  private let hiddenColumns: Set<Int>

  init(_ sheets: [(name: String?, rows: [Row])], hiddenColumns: Set<Int> = []) {
    self.hiddenColumns = hiddenColumns
    self.sheets = sheets.enumerated().map { SheetInfo(name: $1.name, index: $0) }
    rowsOfSheets = sheets.map(\.rows)
  }

  func rows(of sheet: SheetInfo) throws(Refusal) -> any RowReader {
    Reader(rowsOfSheets[sheet.index], hiddenColumns)
  }

  final class Reader: RowReader {
    let hiddenColumns: Set<Int>
    let findings: [Finding] = []
    private var rows: ArraySlice<Row>
    /// How many rows were taken.
    private(set) var taken = 0

    init(_ rows: [Row], _ hiddenColumns: Set<Int> = []) {
      self.rows = rows[...]
      self.hiddenColumns = hiddenColumns
    }

    func next() throws(Refusal) -> Row? {
      taken += 1
      return rows.popFirst()
    }

    func readToEnd() -> SheetLayout {
      rows = []
      return SheetLayout()
    }
  }
}
