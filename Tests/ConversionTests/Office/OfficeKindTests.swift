import Findings
import Testing

@testable import Conversion

/// What no reader takes is called what it is, so that LibreOffice gets it as that, or the sender knows what to save anew.
@Suite("Documents for LibreOffice, by why they are refused")
struct OfficeKindTests {
  private func refusal(_ bytes: [UInt8]) -> Finding? {
    do {
      _ = try Pipeline().read(.bytes(bytes), named: "x") { _ in }
      return nil
    } catch {
      return (error as? Refusal)?.finding
    }
  }

  @Test(arguments: [
    ("application/vnd.oasis.opendocument.text", "OpenDocument .odt", OfficeKind.openDocumentText),
    ("application/vnd.oasis.opendocument.text-template", "OpenDocument .odt", .openDocumentText),
    ("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument .ods", .openDocumentSheet),
    ("", "OpenDocument .ods", .openDocumentSheet),
    ("application/vnd.oasis.opendocument.presentation", "OpenDocument .odp", nil),
    ("application/vnd.oasis.opendocument.graphics", "OpenDocument .odg", nil), ("application/epub+zip", "EPUB", nil),
  ]) func `an OpenDocument package is what it says`(type: String, name: String, kind: OfficeKind?) throws {
    var archive = StoredArchive()
    if !type.isEmpty { try archive.add(Array(type.utf8), named: "mimetype") }
    try archive.add(Array("<x/>".utf8), named: "content.xml")
    let finding = try #require(refusal(archive.close()))
    #expect(finding.rule == .fileUnknownFormat && finding.values["found"] == name)
    #expect(OfficeKind(finding) == kind)
  }

  @Test(arguments: [
    ("{\\rtf1\\ansi 项目名称\\par}", OfficeKind.richText), ("<html><table></table></html>", .html),
    ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", .xmlSpreadsheet),
    ("%PDF-1.7", nil), ("项目名称,\n", nil),
  ]) func `so is a text`(text: String, kind: OfficeKind?) throws {
    #expect(OfficeKind(try #require(refusal(Array(text.utf8)))) == kind)
  }
}
