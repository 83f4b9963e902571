/// Writes records as CSV, TSV or any such text, in pieces, so that memory does not grow with the file.
///
///     var writer = DelimitedWriter(.csv)
///     for row in rows {
///       writer.write(row)
///       if writer.count > 65_536 { file.write(writer.drain()) }
///     }
///     file.write(writer.drain())
///
/// What it writes, `TextWorkbook` and `RecordReader` read back exactly: every string, be it empty, full of quotation marks and line ends, or a formula.
/// Only the cells of a `TextWorkbook` go without NULs.
public struct DelimitedWriter {
  public let format: DelimitedFormat
  /// UTF-8 written and not drained yet.
  private var text: [UInt8] = []
  private var isAtStart = true
  private let delimiter: [UInt8]
  private let lineEnd: [UInt8]
  private let encoder: TextEncoder

  /// - Precondition: Quotation mark and escape are ASCII characters.
  public init(_ format: DelimitedFormat = .csv) {
    precondition([format.quote, format.escape].allSatisfy { $0.map { $0 < 0x80 } ?? true }, "marks are ASCII")
    self.format = format
    delimiter = format.delimiter.bytes
    lineEnd = Array(format.lineEnd.rawValue.utf8)
    encoder = TextEncoder(format.encoding)
    if format.hasByteOrderMark { text = Array("\u{FEFF}".utf8) }
  }

  /// Bytes waiting to be drained, counted before they are encoded.
  public var count: Int { text.count }

  /// Appends one record. A record without fields is a blank line, as is one of a single empty field.
  public mutating func write(_ fields: some Sequence<String>) {
    var isFirst = true
    for field in fields {
      if !isFirst { text += delimiter }
      append(format.guardsFormulas ? FormulaGuard.guarded(field) : field, isFirst: isFirst)
      isFirst = false
    }
    text += lineEnd
    isAtStart = false
  }

  /// Returns the bytes written since the last time.
  public mutating func drain() -> [UInt8] {
    defer { text.removeAll(keepingCapacity: true) }
    return encoder.encode(text)
  }

  private mutating func append(_ field: String, isFirst: Bool) {
    var field = field
    field.withUTF8 { bytes in
      if format.quotesEverything || needsQuotes(bytes) || isFirst && isAtStart && looksLikePreamble(bytes) {
        appendQuoted(bytes)
      } else {
        text.append(contentsOf: bytes)
      }
    }
  }

  private mutating func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    text.append(format.quote)
    for byte in bytes {
      if byte == format.quote { text.append(format.escape ?? format.quote) }
      if byte == format.escape { text.append(byte) }
      text.append(byte)
    }
    text.append(format.quote)
  }

  private func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = delimiter[0]
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == format.quote || byte == 0x0A || byte == 0x0D || byte == format.escape { return true }
      if byte == first, delimiter.count == 1 || bytes[index...].starts(with: delimiter) { return true }
    }
    return false
  }

  /// Whether the first field of a file would be taken for a byte order mark or Excel's line `sep=;`.
  private func looksLikePreamble(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0xEF, 0xBB, 0xBF])
      || bytes.count >= 4 && bytes.prefix(4).map { $0 | 0x20 } == Array("sep=".utf8).map { $0 | 0x20 }
  }
}
