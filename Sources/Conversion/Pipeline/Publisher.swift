import Findings
import Publishing
import TrackingModel

/// Forms → the bytes of one output.
public struct Publisher: Sendable {
  public var format: OutputFormat
  public var layout: OutputLayout
  public var page: PageSettings

  public init(_ format: OutputFormat, layout: OutputLayout = .form, page: PageSettings = .init()) {
    self.format = format
    self.layout = layout
    self.page = page
  }

  /// The bytes, and what the format could not hold.
  public func publish(_ forms: [TrackingForm]) throws(Refusal) -> (bytes: [UInt8], findings: [Finding]) {
    switch format {
    case .json: return (CanonicalJSON.document(forms), [])
    case .jsonl: return (forms.flatMap { CanonicalJSON.line($0) }, [])
    case .xlsx where layout == .form: return try OfficialPage.workbook(of: forms, settings: page)
    case .csv, .tsv:
      var table = LedgerText(format == .csv ? .csv : .tsv)
      for form in forms { table.add(form) }
      return (table.drain(), [])
    case .xlsx:
      let ledger = try LedgerWorkbook()
      for form in forms { try ledger.add(form) }
      return (try ledger.close(), [])
    }
  }

  /// A workbook of the forms with errors or warnings, these marked; nil where there is none.
  ///
  /// - Throws: A refusal where there are more of them than one workbook takes.
  public func review(_ forms: [CheckedForm], in language: Language) throws(Refusal) -> [UInt8]? {
    let doubtful = forms.filter { $0.findings.contains { $0.severity > .note } }
    if doubtful.isEmpty { return nil }
    if doubtful.count > Self.maximumSheets {
      throw Refusal(.outputTooManySheets, ["limit": String(Self.maximumSheets)])
    }
    return try ReviewCopy.workbook(
      of: doubtful.map { (form: $0.form, findings: $0.findings) }, settings: page, language: language
    ).bytes
  }

  /// Forms that one workbook takes as sheets; among more than that no sheet is found again.
  public static let maximumSheets = 200

  /// - Throws: A refusal where one output cannot take this many forms.
  func admit(_ forms: Int) throws(Refusal) {
    if format == .xlsx, layout == .form, forms > Self.maximumSheets {
      throw Refusal(.outputTooManySheets, ["limit": String(Self.maximumSheets)])
    }
  }

  /// What a spreadsheet or a store cannot hold: the character NUL, which only JSON has.
  ///
  /// - Parameter goesIntoStore: Whether a store is written in place of the format.
  func lostCharacter(of form: TrackingForm, inStore goesIntoStore: Bool) -> Finding? {
    guard goesIntoStore || [.xlsx, .csv, .tsv].contains(format) else { return nil }
    var line = FieldLineWriter()
    line.add(form)
    return line.bytes.contains(0)
      ? Finding(.outputCharacter, ["found": "U+0000 (NUL)", "format": goesIntoStore ? "SQLite" : format.rawValue]) : nil
  }

  /// One form on its way into a gathered output: as it will stand there, or, for workbooks and tables, as fields of a line.
  func piece(of form: TrackingForm) -> [UInt8] {
    switch format {
    case .json: return CanonicalJSON.element(form)
    case .jsonl: return CanonicalJSON.line(form)
    case .xlsx, .csv, .tsv:
      var line = FieldLineWriter()
      line.add(form)
      return line.bytes
    }
  }
}
