/// How a text file separates and protects its fields. The default is RFC 4180.
public struct Dialect: Hashable, Sendable {
  public var delimiter: Delimiter
  /// The ASCII character around fields that hold delimiters, line ends or quotation marks, doubled inside; nil where nothing quotes.
  public var quote: UInt8?
  /// The ASCII character that takes the meaning from a quotation mark, delimiter, line end or itself behind it; nil (as in RFC 4180) where
  /// none does.
  public var escape: UInt8?

  /// - Precondition: Quotation mark and escape are ASCII characters, and no spaces or line ends.
  public init(delimiter: Delimiter = .comma, quote: UInt8? = UInt8(ascii: "\""), escape: UInt8? = nil) {
    for mark in [quote, escape] {
      precondition(mark.map { (0x21..<0x7F).contains($0) } ?? true, "a mark is an ASCII character that can be seen")
    }
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
  }

  /// RFC 4180.
  public static let csv = Dialect()
  /// Tabs, quoted as Excel does in its "Unicode text".
  public static let tsv = Dialect(delimiter: .tab)
}
