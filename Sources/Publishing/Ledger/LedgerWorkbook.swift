import Findings
import Foundation
import TrackingModel

/// Writes forms as a ledger in XLSX, one by one, in constant memory.
///
///     let ledger = try LedgerWorkbook(.path("台账.xlsx"))
///     for form in forms { try ledger.add(form) }
///     try ledger.close()
///
/// What no longer fits on a sheet goes on in 台账2, 台账3 …, each with its header; the reader joins them again. The same forms give
/// the same bytes.
public final class LedgerWorkbook {
  /// Where the workbook goes.
  public enum Output: Hashable, Sendable {
    /// `close` returns the bytes; nothing touches a file system.
    case memory
    /// The file is written there by `close`, over what is there.
    case path(String)

    fileprivate var ofFile: XLSXFile.Output {
      switch self {
      case .memory: .memory
      case .path(let path): .path(path)
      }
    }
  }

  /// The first sheet's name; the number of the sheet follows on the others.
  public static let sheetName = "台账"

  private let file: XLSXFile
  private let table: LedgerTable
  private let rowsPerSheet: Int
  private let styles: Styles
  private var sheet: XLSXSheet?
  private var sheets = 0
  private var nextRow = 0
  private var forms = 0

  /// - Parameters:
  ///   - table: What fields of a form have no column in it stand in its supplements.
  ///   - rowsPerSheet: Rows of a sheet, the header included: 1,048,576 unless a test wants fewer.
  /// - Throws: `workbook.write-failed`.
  public init(
    _ output: Output = .memory, _ table: LedgerTable = .standard, rowsPerSheet: Int = CellReference.maximumRows
  ) throws(Refusal) {
    file = try XLSXFile(
      output.ofFile, isStreamed: true, properties: .init(title: Self.sheetName, subject: table.definition.title))
    self.table = table
    self.rowsPerSheet = min(max(2, rowsPerSheet), CellReference.maximumRows)
    styles = try Styles(file)
  }

  /// Appends the rows of a form.
  ///
  /// - Throws: `workbook.write-failed`, such as for a full disk.
  public func add(_ form: TrackingForm) throws(Refusal) {
    forms += 1
    let rows = LedgerRows(form, number: forms, in: table)
    for index in 0..<rows.count {
      for piece in LedgerPieces.rows(of: rows[index], formNumber: forms, in: table) { try write(piece) }
    }
  }

  /// Completes the workbook.
  ///
  /// - Returns: Its bytes; none where it was written to a path.
  /// - Throws: `workbook.write-failed`.
  @discardableResult public func close() throws(Refusal) -> [UInt8] {
    if sheet == nil { try beginSheet() }
    try endSheet()
    return try file.close()
  }

  private func write(_ cells: [LedgerCell]) throws(Refusal) {
    if sheet == nil || nextRow == rowsPerSheet { try beginSheet() }
    guard let sheet else { return }
    for (column, cell) in cells.enumerated() {
      let place = CellReference(row: nextRow, column: column)
      switch cell {
      case .blank: continue
      case .text(let text): try sheet.write(text, at: place, styles.text)
      case .count(let count): try sheet.write(count, at: place, styles.count)
      case .amount(let amount):
        if amount.significantDigits <= 15, amount.magnitude < 1_000_000_000_000_000 {
          try sheet.write(amount, at: place, styles.amount)
        } else {
          try sheet.write(amount.amountText, at: place, styles.text)
        }
      case .value(let text):
        if let number = WrittenNumber(text), number.decimals < styles.decimals.count {
          try sheet.write(number.value, at: place, styles.decimals[number.decimals])
        } else {
          try sheet.write(text, at: place, styles.text)
        }
      }
    }
    nextRow += 1
  }

  private func beginSheet() throws(Refusal) {
    try endSheet()
    sheets += 1
    let added = try file.addSheet(sheets == 1 ? Self.sheetName : Self.sheetName + String(sheets))
    for (column, definition) in table.columns.enumerated() {
      try added.setWidth(definition.width, ofColumns: column...column)
    }
    try added.setHeight(30, ofRow: 0)
    for (column, definition) in table.columns.enumerated() {
      try added.write(definition.heading, at: CellReference(row: 0, column: column), styles.header)
    }
    try added.freeze(at: CellReference(row: 1, column: 0))
    sheet = added
    nextRow = 1
  }

  private func endSheet() throws(Refusal) {
    guard let sheet else { return }
    let cells = CellRange(rows: 0...max(1, nextRow - 1), columns: 0...(table.columns.count - 1))
    try sheet.addFilter(on: cells)
    try sheet.acceptNumbersAsText(in: cells)
  }

  private struct Styles {
    let header: XLSXFile.Style
    let text: XLSXFile.Style
    let count: XLSXFile.Style
    let amount: XLSXFile.Style
    /// By number of decimals.
    let decimals: [XLSXFile.Style]

    init(_ file: XLSXFile) throws(Refusal) {
      var base = CellStyle()
      base.wraps = false
      base.hasBorder = true
      header = try file.style(
        base.with {
          $0.isBold = true
          $0.fill = 0xDDEBF7
          $0.horizontal = .center
          $0.wraps = true
          $0.numberFormat = "@"
        })
      text = try file.style(base.with { $0.numberFormat = "@" })
      count = try file.style(base.with { $0.numberFormat = "0" })
      // As many places as the stored number can have: nothing is hidden.
      amount = try file.style(base.with { $0.numberFormat = "0.00#############" })
      var decimals: [XLSXFile.Style] = []
      for count in 0...10 {
        let format = count == 0 ? "0" : "0." + String(repeating: "0", count: count)
        decimals.append(try file.style(base.with { $0.numberFormat = format }))
      }
      self.decimals = decimals
    }
  }
}

extension LedgerColumn {
  /// In characters.
  fileprivate var width: Double {
    switch self {
    case .formNumber, .indicatorCount, .indicatorNumber: 8
    case .field(let field): field.kind.width
    case .indicatorField(let field): field.kind.width
    case .amount: 14
    case .budgetSupplement, .indicatorSupplement, .formSupplement: 36
    }
  }
}

extension Field.Kind {
  /// In characters.
  fileprivate var width: Double {
    switch self {
    case .code: 12
    case .level, .month, .target, .result: 14
    case .judgment: 16
    case .title, .name, .line: 28
    case .prose: 36
    }
  }
}
