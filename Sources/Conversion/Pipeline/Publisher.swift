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
    let sink = MemorySink()
    let writer = try open(to: sink)
    for form in forms { try writer.add(form) }
    let findings = try writer.finish()
    return (sink.bytes, findings)
  }

  /// Opens an output that takes forms one by one.
  func open(to sink: any ByteSink) throws(Refusal) -> any FormWriter {
    try format.open(OutputOptions(layout: layout, page: page), to: sink)
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

  /// Forms that one workbook takes as sheets.
  public static let maximumSheets = OutputFormat.maximumSheets

  /// - Throws: A refusal where one output cannot take this many forms.
  func admit(_ forms: Int) throws(Refusal) {
    if let most = format.mostForms(layout), forms > most {
      throw Refusal(.outputTooManySheets, ["limit": String(most)])
    }
  }

  /// What a spreadsheet or a store cannot hold: the character NUL, which only JSON has.
  ///
  /// - Parameter goesIntoStore: Whether a store is written in place of the format.
  func lostCharacter(of form: TrackingForm, inStore goesIntoStore: Bool) -> Finding? {
    guard goesIntoStore || !format.holdsNUL else { return nil }
    var line = FieldLineWriter()
    line.add(form)
    return line.bytes.contains(0)
      ? Finding(.outputCharacter, ["found": "U+0000 (NUL)", "format": goesIntoStore ? "SQLite" : format.rawValue]) : nil
  }
}
