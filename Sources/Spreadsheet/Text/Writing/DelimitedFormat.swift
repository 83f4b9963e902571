/// How delimited text is written.
public struct DelimitedFormat: Hashable, Sendable {
  /// The encodings that can hold every text.
  public enum Encoding: Hashable, Sendable, CaseIterable {
    case utf8, utf16LittleEndian, utf16BigEndian, gb18030
  }

  /// What ends a record.
  public enum LineEnd: String, Hashable, Sendable, CaseIterable {
    case carriageReturnLineFeed = "\r\n"
    case lineFeed = "\n"
    case carriageReturn = "\r"
  }

  public var delimiter: Delimiter
  /// The ASCII character around fields that need it.
  public var quote = UInt8(ascii: "\"")
  /// The ASCII character before a quotation mark inside a field; nil to double it instead, as RFC 4180 has it.
  public var escape: UInt8?
  public var lineEnd = LineEnd.carriageReturnLineFeed
  public var encoding = Encoding.utf8
  /// Whether the file begins with a byte order mark: without one Excel and WPS take UTF-8 for the code page of the computer.
  public var hasByteOrderMark = true
  /// Whether fields that do not need quotation marks have them, too.
  public var quotesEverything = false
  /// Whether texts that a spreadsheet program would evaluate get a guard (see `FormulaGuard`).
  public var guardsFormulas = true

  public init(delimiter: Delimiter) { self.delimiter = delimiter }

  /// RFC 4180 in UTF-8 with byte order mark, which Excel and WPS open right.
  public static let csv = DelimitedFormat(delimiter: .comma)

  /// Tabs, in UTF-8 with byte order mark.
  public static let tsv = DelimitedFormat(delimiter: .tab)

  /// What Excel calls Unicode text: tabs, in UTF-16LE with byte order mark.
  public static var unicodeText: DelimitedFormat {
    var format = tsv
    format.encoding = .utf16LittleEndian
    return format
  }

  /// What a reader has to know to read it.
  public var dialect: Dialect { Dialect(delimiter: delimiter, quote: quote, escape: escape) }

  /// The encoding as the reader calls it.
  public var textEncoding: TextEncoding {
    switch encoding {
    case .utf8: .utf8
    case .utf16LittleEndian: .utf16LittleEndian
    case .utf16BigEndian: .utf16BigEndian
    case .gb18030: .gb18030
    }
  }
}
