import Findings

/// Opens a spreadsheet file of any kind that can be read.
///
/// - Throws: A `Refusal` that says what the file really is where it is not readable: empty, encrypted, a binary .xls,
///   HTML or XML Spreadsheet 2003 under another name, bytes invalid in their encoding.
public func openWorkbook(_ source: ByteSource, options: ReadingOptions = .init()) throws(Refusal) -> any Workbook {
  throw Refusal(.fileUnknownFormat, ["found": ""])
}
