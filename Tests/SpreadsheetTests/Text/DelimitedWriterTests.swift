import Findings
import Testing

@testable import Spreadsheet

@Suite("Writing delimited text")
struct DelimitedWriterTests {
  @Test("CSV begins with a byte order mark and ends its lines with CRLF")
  func csv() {
    #expect(
      written([["项目名称", "a,b"], ["=100%", "=100.00(%)", "-5", "x\"y"]], .csv)
        == "\u{FEFF}项目名称,\"a,b\"\r\n'=100%,=100.00(%),-5,\"x\"\"y\"\r\n")
  }

  @Test("Unicode text is UTF-16LE with tabs")
  func unicodeText() {
    var writer = DelimitedWriter(.unicodeText)
    writer.write(["年", "a"])
    #expect(writer.drain() == [0xFF, 0xFE, 0x74, 0x5E, 0x09, 0x00, 0x61, 0x00, 0x0D, 0x00, 0x0A, 0x00])
    #expect(writer.drain() == [])
  }

  @Test("a first field is never taken for Excel's separator line or a byte order mark")
  func preambles() {
    var format = DelimitedFormat.csv
    format.hasByteOrderMark = false
    #expect(written([["sep=;"], ["sep=;"]], format) == "\"sep=;\"\r\nsep=;\r\n")
    #expect(written([["\u{FEFF}a"]], format) == "\"\u{FEFF}a\"\r\n")
  }

  private func written(_ rows: [[String]], _ format: DelimitedFormat) -> String {
    var writer = DelimitedWriter(format)
    for row in rows { writer.write(row) }
    return String(decoding: writer.drain(), as: UTF8.self)
  }

  /// Every way to write, one after the other.
  static let formats: [DelimitedFormat] = {
    var formats: [DelimitedFormat] = []
    for delimiter in Delimiter.usual {
      for encoding in DelimitedFormat.Encoding.allCases {
        for (index, lineEnd) in DelimitedFormat.LineEnd.allCases.enumerated() {
          var format = DelimitedFormat(delimiter: delimiter)
          format.encoding = encoding
          format.lineEnd = lineEnd
          format.escape = index == 1 ? UInt8(ascii: "\\") : nil
          format.quote = index == 2 ? UInt8(ascii: "'") : UInt8(ascii: "\"")
          format.quotesEverything = index == 2
          format.hasByteOrderMark = encoding != .gb18030
          formats.append(format)
        }
      }
    }
    return formats
  }()

  @Test("any table comes back from any format", arguments: formats)
  func identity(_ format: DelimitedFormat) throws {
    var random = SeededGenerator(seed: UInt64(Self.formats.firstIndex(of: format) ?? 0))
    for _ in 0..<20 {
      let table = RandomTable.any(&random)
      var writer = DelimitedWriter(format)
      var bytes: [UInt8] = []
      for row in table {
        writer.write(row)
        if Bool.random(using: &random) { bytes += writer.drain() }
      }
      bytes += writer.drain()
      let workbook = try TextWorkbook.open(
        .bytes(bytes), options: ReadingOptions(encoding: format.textEncoding.name), dialect: format.dialect)
      let rows = try workbook.rows()
      var back: [[String]] = table.map { row in row.map { _ in "" } }
      while let row = try rows.next() {
        for cell in row.cells { back[row.index][cell.reference.column] = cell.text }
      }
      // Byte by byte: strings compare equal where they are only canonically equivalent.
      try #require(
        back.map { $0.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } },
        "\(String(reflecting: String(decoding: bytes, as: UTF8.self)))")
    }
  }
}

/// Tables of strings that are hard to write and to read.
enum RandomTable {
  private static let pieces: [String] = [
    "\"", "\"\"", "'", ",", "，", "\t", ";", "|", "\\", "\n", "\r", "\r\n", " ", "=", "+", "-", "@", "＝", "?", "9",
    "sep=;", "\u{FEFF}",
    "=\"0\"", "项目", "椤圭洰", "≥90.00(%)", "😀", "é", "e\u{301}", "\u{80}", "\u{E78D}", "\u{FFFD}", "\u{10FFFF}", "a",
    "text ",
  ]

  static func any(_ random: inout SeededGenerator) -> [[String]] {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
    }
  }
}
