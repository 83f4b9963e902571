import Findings
import Spreadsheet

extension OfficeKind {
  /// The kind of a document by why it was refused; nil of one that is not read.
  package init?(_ refusal: Finding) {
    switch refusal.rule {
    case .fileIsHTML: self = .html
    case .fileIsXMLSpreadsheet: self = .xmlSpreadsheet
    case .fileUnknownFormat:
      switch refusal.values["found"] {
      case "OpenDocument .ods": self = .openDocumentSheet
      case "OpenDocument .odt": self = .openDocumentText
      case "Word .doc": self = .wordBinary
      case "RTF": self = .richText
      default: return nil
      }
    default: return nil
    }
  }
}
