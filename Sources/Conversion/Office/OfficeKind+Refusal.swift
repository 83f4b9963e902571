import Findings
import Spreadsheet

extension OfficeKind {
  /// The kind of a document by why it was refused; nil of one that is not read.
  package init?(_ refusal: Finding, bytes: [UInt8]) {
    switch refusal.rule {
    case .fileIsHTML: self = .html
    case .fileIsXMLSpreadsheet: self = .xmlSpreadsheet
    case .fileUnknownFormat:
      switch refusal.values["found"] {
      case "OpenDocument .ods": self = Self.isText(bytes) ? .openDocumentText : .openDocumentSheet
      case "Word .doc": self = .wordBinary
      case "RTF": self = .richText
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether a finding may be one of these at all.
  package static func mayBe(_ refusal: Finding) -> Bool {
    refusal.rule == .fileUnknownFormat || OfficeKind(refusal, bytes: []) != nil
  }

  /// An OpenDocument package says first what it is, in a part that is not compressed (OpenDocument 1.3 part 2, 3.3).
  private static func isText(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(200), as: UTF8.self).contains("opendocument.text")
  }
}
