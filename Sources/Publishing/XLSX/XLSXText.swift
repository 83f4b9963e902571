/// Limits of texts in an XLSX file ("Excel specifications and limits"), in UTF-16 units.
enum XLSXText {
  /// Of a cell or a comment.
  static let maximumLength = 32_767
  /// Of the options of a list written into the sheet, with the commas between them.
  static let maximumListLength = 255
  /// Of a header or footer.
  static let maximumFooterLength = 255

  /// As much from the beginning of a text that is only shown as a limit allows, `…` behind it.
  static func shortened(_ text: String, to limit: Int) -> String {
    if fits(text, limit) { return text }
    var length = 1
    let kept = text.unicodeScalars.prefix {
      length += UTF16.width($0)
      return length <= limit
    }
    return String(kept) + "…"
  }

  static func fits(_ text: String, _ limit: Int) -> Bool { text.utf8.count <= limit || text.utf16.count <= limit }
}
