import Conversion

/// The arguments of LibreOffice for a kind of document: which of its programs reads it, and what comes out.
///
/// Web pages are read by Writer, which keeps the words of a cell as they are; Calc would take `1-7` for a day.
enum OfficeFilter: Hashable {
  case sheet, text, page

  init(_ kind: OfficeKind) {
    switch kind {
    case .openDocumentSheet, .xmlSpreadsheet: self = .sheet
    case .openDocumentText, .wordBinary, .richText: self = .text
    case .html: self = .page
    }
  }

  /// Extension of what comes out.
  var fileExtension: String { self == .sheet ? "xlsx" : "docx" }

  var arguments: [String] {
    switch self {
    case .sheet: ["--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    case .text: ["--convert-to", "docx:MS Word 2007 XML"]
    case .page: ["--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML"]
    }
  }
}
