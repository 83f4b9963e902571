/// Limits of texts in an XLSX file ("Excel specifications and limits"), in UTF-16 units.
enum XLSXText {
  /// Of a cell or a comment.
  static let maximumLength = 32_767
  /// Of the options of a list written into the sheet, with the commas between them.
  static let maximumListLength = 255
  /// Of a header or footer.
  static let maximumFooterLength = 255

  static func fits(_ text: String, _ limit: Int) -> Bool { text.utf8.count <= limit || text.utf16.count <= limit }
}
