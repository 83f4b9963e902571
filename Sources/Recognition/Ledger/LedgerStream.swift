import Findings
import Spreadsheet
import TrackingModel

/// The ledgers of a workbook: takes over the sheets that are ledgers and streams them; the rows of one may go on over several sheets.
struct LedgerStream {
  private let settings: RecognitionSettings
  private let synonymIndex: SynonymIndex
  private var reader: LedgerReader?
  private var findings: [Finding] = []

  /// How many rows of a sheet have to be looked at to tell what it is.
  static let rowsToLookAt = LedgerHeader.rowsToLookAt

  init(settings: RecognitionSettings, synonymIndex: SynonymIndex) {
    self.settings = settings
    self.synonymIndex = synonymIndex
  }

  /// Reads a sheet to its end where it is a ledger.
  ///
  /// - Parameters:
  ///   - sheet: Its name.
  ///   - rows: Its rows, `rowsToLookAt` of them looked at.
  /// - Returns: False, and nothing read, where the first rows are not those of a ledger.
  mutating func read(
    _ sheet: String?, _ rows: PeekedRows, receive: (RecognizedForm) throws -> Void
  ) throws -> Bool {
    guard
      let header = LedgerHeader.find(
        in: rows.first, hiddenColumns: rows.hiddenColumns, synonymIndex: synonymIndex, mapping: settings.ledger,
        family: settings.family)
    else {
      return false
    }
    if reader?.canContinue(under: header) == true {
      reader?.begin(sheet, labels: rows.first[..<header.rows.upperBound])
    } else {
      try close(receive: receive)
      reader = LedgerReader(header, rows: rows.first, sheet: sheet, synonymIndex: synonymIndex, settings: settings)
    }
    var toSkip = header.rows.upperBound
    while let row = try rows.next() {
      if toSkip > 0 {
        toSkip -= 1
      } else {
        try reader?.add(row, receive: receive)
      }
    }
    reader?.share(try rows.readToEnd().merges, of: sheet)
    reader?.addHiddenFinding(rows.hiddenColumns, of: sheet)
    let place = Place(sheet: sheet)
    let recovered = reader?.recovered ?? []
    findings += rows.findings.filter { finding in
      finding.rule != .xlsxFormulaWithoutValue || !(finding.place.cells.map { recovered.contains($0.first) } ?? false)
    }.map { $0.within(place) }
    return true
  }

  /// Passes on the forms that are still open.
  ///
  /// - Returns: The findings that belong to no single form.
  mutating func finish(receive: (RecognizedForm) throws -> Void) throws -> [Finding] {
    try close(receive: receive)
    return findings
  }

  private mutating func close(receive: (RecognizedForm) throws -> Void) throws {
    guard var open = reader else { return }
    reader = nil
    try open.finish(receive: receive)
    findings += open.findings
  }
}
