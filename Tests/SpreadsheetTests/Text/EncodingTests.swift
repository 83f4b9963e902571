import Findings
import Testing

@testable import Spreadsheet

@Suite("Encodings")
struct EncodingTests {
  static let text = "项目名称,金额\r\n住宅小区（综合治理）修缮工程,6883.62\r\n一,≥90.00(%)\r\n"

  /// A file's bytes, and what it is read as.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let encoding: TextEncoding
    let rules: [Rule]
  }

  static func encoded(_ encoding: DelimitedFormat.Encoding, mark: Bool) -> [UInt8] {
    TextEncoder(encoding).encode(Array((mark ? "\u{FEFF}" : "").utf8) + Array(text.utf8))
  }

  static let examples: [Example] = [
    .init(
      testDescription: "UTF-8 with mark", bytes: encoded(.utf8, mark: true), encoding: .utf8, rules: [.textEncoding]),
    .init(testDescription: "UTF-8", bytes: encoded(.utf8, mark: false), encoding: .utf8, rules: [.textEncoding]),
    .init(
      testDescription: "UTF-16LE with mark", bytes: encoded(.utf16LittleEndian, mark: true),
      encoding: .utf16LittleEndian, rules: [.textEncoding]),
    .init(
      testDescription: "UTF-16BE with mark", bytes: encoded(.utf16BigEndian, mark: true), encoding: .utf16BigEndian,
      rules: [.textEncoding]),
    .init(
      testDescription: "UTF-16LE", bytes: encoded(.utf16LittleEndian, mark: false), encoding: .utf16LittleEndian,
      rules: [.textEncodingGuessed]),
    .init(
      testDescription: "UTF-16BE", bytes: encoded(.utf16BigEndian, mark: false), encoding: .utf16BigEndian,
      rules: [.textEncodingGuessed]),
    .init(
      testDescription: "GB 18030", bytes: encoded(.gb18030, mark: false), encoding: .gb18030,
      rules: [.textEncodingGuessed]),
    .init(
      testDescription: "GB 18030 with mark", bytes: encoded(.gb18030, mark: true), encoding: .gb18030,
      rules: [.textEncoding]),
  ]

  @Test("are told from the bytes", arguments: examples)
  func detection(_ example: Example) throws {
    let workbook = try TextWorkbook.open(.bytes(example.bytes))
    #expect(workbook.encoding == example.encoding)
    #expect(workbook.findings.map(\.rule) == example.rules)
    let sheet = try workbook.sheet(workbook.sheets[0])
    #expect(sheet.cells.map(\.text) == ["项目名称", "金额", "住宅小区（综合治理）修缮工程", "6883.62", "一", "≥90.00(%)"])
  }

  /// Texts in which hardly a pair of bytes is a character of GB 2312, and what is said about the encoding.
  @Test(
    "that are not likely are doubted",
    arguments: [
      ("ISO-8859-1", "Name;Ort\nÄcker;Zürich\nÖztürk;Köln\n", Rule.textEncodingDoubtful),
      ("ISO-8859-1", "nom,ville\nHélène,Besançon\n", .textEncodingDoubtful),
      ("GB18030", "姓名,单位\n朱镕,区民政局\n", .textEncodingGuessed), ("GB18030", "a,b\n1,≥90\n", .textEncodingGuessed),
      ("BIG5", "項目名稱,金額\n社區養老服務站改造,120.50\n", .textEncodingGuessed),
      ("BIG5", "澳門特別行政區,民政總署\n", .textEncodingGuessed),
    ])
  func doubtful(encoding: String, text: String, rule: Rule) throws {
    let bytes = try #require(CharacterSetConverter(from: "UTF-8", to: encoding)?.bytes(of: text[...]))
    let workbook = try TextWorkbook.open(.bytes(bytes))
    #expect(workbook.findings.first { $0.rule.name.hasPrefix("text.encoding") }?.rule == rule)
    if encoding == "BIG5" {
      #expect(try workbook.sheet(workbook.sheets[0])["A1"]?.text == text.split(separator: ",").first.map(String.init))
    }
  }

  /// NULs that end lines or records are no UTF-16.
  @Test(
    "NULs among ASCII are stray", arguments: ["hello\n\0world\0\n", "ab,cd\0\nef,gh\0\nij,kl\0\n", "name\0\nvalue\n"])
  func strayNULs(text: String) throws {
    let workbook = try TextWorkbook.open(.bytes(Array(text.utf8)))
    let cells = try workbook.sheet(workbook.sheets[0]).cells.map(\.text)
    #expect(cells.joined(separator: "\n").filter { $0.isLetter } == text.filter { $0.isLetter })
    #expect(cells.allSatisfy { !$0.contains("\0") })
  }

  @Test("a file that goes on in another encoding is refused where it does", arguments: [1, 20, 3000])
  func joined(lines: Int) throws {
    let line = "项目名称,金额,住宅小区修缮\n"
    let gb = TextEncoder(.gb18030).encode(Array(String(repeating: line, count: 20).utf8))
    let utf8 = Array(String(repeating: line, count: lines).utf8)
    #expect {
      let workbook = try TextWorkbook.open(.bytes(utf8 + gb))
      _ = try workbook.sheet(workbook.sheets[0])
    } throws: { ($0 as? Refusal)?.finding.place.position?.line == lines + 1 }
  }

  /// The other way round what follows may be valid by chance, and is garbled then.
  @Test("a file that goes on in UTF-8 is not read in silence", arguments: ["项目名称,金额\n", "主管部门,实施单位\n", "年度资金总额,万元\n"])
  func joinedToUTF8(line: String) throws {
    let gb = TextEncoder(.gb18030).encode(Array(String(repeating: line, count: 20).utf8))
    do {
      let workbook = try TextWorkbook.open(.bytes(gb + Array(String(repeating: line, count: 20).utf8)))
      _ = try workbook.sheet(workbook.sheets[0])
      #expect(workbook.findings.contains { $0.rule == .textMojibake })
    } catch let refusal {
      #expect(refusal.finding.rule == .textInvalidBytes)
      #expect((refusal.finding.place.position?.line ?? 0) > 20)
    }
  }

  /// The first character that is not ASCII lies across the end of what is looked at, or read, at once.
  @Test("are told from a first character cut in two", arguments: 262_140...262_148)
  func cutCharacter(asciiBytes: Int) throws {
    for encoding in [DelimitedFormat.Encoding.gb18030, .utf8] {
      for lines in [1, 2] {
        // The second text has its characters behind the piece that follows the sample.
        let ascii = String(repeating: "a", count: asciiBytes * lines)
        let bytes = TextEncoder(encoding).encode(Array((ascii + "中文资金总额\n").utf8))
        let workbook = try TextWorkbook.open(.bytes(bytes))
        #expect(try workbook.sheet(workbook.sheets[0]).cells.map(\.text) == [ascii + "中文资金总额"])
      }
    }
  }

  /// 联通 in GB 18030 is valid UTF-8 for two other characters.
  @Test("are told from much that follows the first such character", arguments: [262_100, 262_140, 500_000])
  func evidence(asciiBytes: Int) throws {
    let text = String(repeating: "a", count: asciiBytes) + "\n联通" + String(repeating: "b", count: 50_000) + "资金总额\n"
    let bytes = TextEncoder(.gb18030).encode(Array(text.utf8))
    let workbook = try TextWorkbook.open(.bytes(bytes))
    #expect(workbook.encoding == nil)
    #expect(try workbook.sheet(workbook.sheets[0])["A2"]?.text.suffix(4) == "资金总额")
  }

  @Test("texts are read in small pieces as in one", arguments: examples, [1, 2, 3, 7, 64])
  func pieces(_ example: Example, piece: Int) throws {
    // Only what follows the sample tells the encoding of the second file.
    let first = ["UTF-8", "GB 18030"].contains(example.testDescription) ? ["", "columns,of ASCII\n"] : [""]
    for bytes in first.map({ Array($0.utf8) + example.bytes }) {
      var portions = TextPortions(sample: 16, evidence: 12)
      portions.piece = piece
      let workbook = try TextWorkbook.open(.bytes(bytes), dialect: .csv, portions: portions)
      let whole = try TextWorkbook.open(.bytes(bytes), dialect: .csv)
      #expect(try workbook.sheet(workbook.sheets[0]).cells == whole.sheet(whole.sheets[0]).cells)
    }
  }

  @Test("a fault is told with the same words however the bytes come", arguments: [1, 2, 3, 5, 1000])
  func faultInPieces(piece: Int) throws {
    var portions = TextPortions()
    portions.piece = piece
    #expect(throws: refusal(line: 2, column: 2, offset: 6, found: "FF 41 42 43", expected: "UTF-8")) {
      let text = Array("\u{FEFF}a\nb,".utf8)
      let workbook = try TextWorkbook.open(
        .bytes(text.dropLast() + [0xFF] + Array("ABCDEF\n".utf8)), dialect: .csv, portions: portions)
      _ = try workbook.sheet(workbook.sheets[0])
    }
  }

  @Test("a fault is found wherever the pieces end", arguments: 1...24)
  func faultAtBorder(piece: Int) throws {
    var portions = TextPortions()
    portions.piece = piece
    // The first byte of one character, and then a whole one: 年.
    for fault in [[0xE6], [0xE6, 0xE6], [0xF0, 0x9F], [0xB9], [0xC2], [0xE6, 0x8C], [0xED, 0xA0, 0x80]] as [[UInt8]] {
      let refusal = #expect(throws: Refusal.self, "\(fault)") {
        let bytes = Array("\u{FEFF}指标\n项目".utf8) + fault + Array("年年\n".utf8)
        let workbook = try TextWorkbook.open(.bytes(bytes), dialect: .csv, portions: portions)
        _ = try workbook.sheet(workbook.sheets[0])
      }
      #expect(refusal?.finding.values["offset"] == "16", "\(fault)")
    }
  }

  @Test("give every cell its offset in the file", arguments: examples)
  func offsets(_ example: Example) throws {
    let workbook = try TextWorkbook.open(.bytes(example.bytes))
    for cell in try workbook.sheet(workbook.sheets[0]).cells {
      let offset = try #require(cell.textPosition?.byteOffset)
      let field = TextEncoder(Self.writing(example.encoding)).encode(Array(cell.text.utf8))
      #expect(Array(example.bytes[offset...].prefix(field.count)) == field, "\(cell.text)")
    }
  }

  private static func writing(_ encoding: TextEncoding) -> DelimitedFormat.Encoding {
    DelimitedFormat.Encoding.allCases.first { format in
      var written = DelimitedFormat.csv
      written.encoding = format
      return written.textEncoding == encoding
    } ?? .utf8
  }

  @Test("others are read by name")
  func named() throws {
    let big5: [UInt8] = [0xB1, 0x4D, 0xAE, 0xD7, 0x2C, 0x41, 0x0A]
    let workbook = try TextWorkbook.open(.bytes(big5), options: ReadingOptions(encoding: "BIG5"))
    let cells = try workbook.sheet(workbook.sheets[0]).cells
    #expect(cells.map(\.text) == ["專案", "A"])
    #expect(cells.map(\.textPosition?.byteOffset) == [0, 5])
  }

  /// iconv holds back a letter that a mark might follow.
  @Test(
    "the last letter of a Vietnamese file is there, with a line end and without", arguments: ["x,y\na,b", "x,y\na,b\n"])
  func heldBack(_ text: String) throws {
    let workbook = try TextWorkbook.open(.bytes(Array(text.utf8)), options: ReadingOptions(encoding: "CP1258"))
    #expect(try workbook.sheet(workbook.sheets[0]).cells.map(\.text) == ["x", "y", "a", "b"])
  }

  @Test("an unknown name is refused", arguments: ["KLINGON", "编码", "", "--", "GBK//IGNORE"])
  func unknown(_ name: String) {
    #expect(throws: Refusal(.textUnknownEncoding, ["encoding": name])) {
      try TextWorkbook.open(.bytes([0xB1, 0x4D]), options: ReadingOptions(encoding: name))
    }
  }

  @Test("a code page 936 file may hold the euro sign as one byte")
  func euro() throws {
    let cells = try cells([0x80, 0x35, 0x2C, 0xD6, 0xD0, 0x0A])
    #expect(cells.map(\.text) == ["€5", "中"])
    #expect(cells.map(\.textPosition?.byteOffset) == [0, 3])
    #expect(throws: refusal(line: 1, column: 4, offset: 3, found: "A2 E3 0A", expected: "GB18030")) {
      try self.cells([0x80, 0x35, 0x2C, 0xA2, 0xE3, 0x0A])
    }
  }

  @Test("a few broken bytes do not make UTF-8 a GB 18030 file")
  func damaged() {
    var bytes = Array(String(repeating: "项目名称,住宅小区\n", count: 20).utf8)
    bytes[bytes.count - 3] = 0xFF
    #expect(throws: refusal(line: 20, column: 9, offset: bytes.count - 4, found: "E5 FF BA 0A", expected: "UTF-8")) {
      try TextWorkbook.open(.bytes(bytes))
    }
  }

  @Test("UTF-16 without a mark is known in tables of hardly anything but ideographs", arguments: [false, true])
  func ideographsInUTF16(isBigEndian: Bool) throws {
    // Both bytes of 到, U+5230, could be ASCII characters, and 开, U+5F00, has a NUL where ASCII has none.
    let text = String(repeating: "对区内小区开展修缮居住条件逐步改善按月推进到年底完成,", count: 20) + "\r\n"
    let bytes = TextEncoder(isBigEndian ? .utf16BigEndian : .utf16LittleEndian).encode(Array(text.utf8))
    let workbook = try Workbooks.open(bytes: bytes)
    #expect(try workbook.sheet(workbook.sheets[0])["A1"]?.text == "对区内小区开展修缮居住条件逐步改善按月推进到年底完成")
  }

  @Test("NULs in UTF-16 cells are left out as they are elsewhere", arguments: [[], [0xFF, 0xFE]] as [[UInt8]])
  func nuls(mark: [UInt8]) throws {
    let found: [UInt8] = [0x0A, 0, 0x12, 0, 0x0A, 0, 0x10, 0, 0, 0, 0x10, 0, 0, 0, 0x0A, 0x0A]
    let workbook = try TextWorkbook.open(.bytes(mark + found))
    let rows = try workbook.rows()
    var table: [[String]] = []
    while let row = try rows.next() { table.append(row.cells.map(\.text)) }
    #expect(table == [["\u{12}"], ["\u{10}\u{10}\u{0A0A}"]])
    #expect(rows.findings.map(\.rule).contains(.textNUL))
  }

  @Test("half a character at the end is refused")
  func truncated() {
    #expect(throws: refusal(line: 1, column: 2, offset: 2, found: "D6", expected: "GB18030")) {
      try TextWorkbook.open(.bytes([0xD6, 0xD0, 0xD6]))
    }
    #expect(throws: refusal(line: 1, column: 2, offset: 4, found: "41", expected: "UTF-16LE")) {
      try TextWorkbook.open(.bytes([0xFF, 0xFE, 0x41, 0x00, 0x41]))
    }
  }

  @Test("bytes behind the sample are checked, too")
  func late() throws {
    let lines = String(repeating: "项目名称,住宅小区\n", count: 20_000)
    let workbook = try TextWorkbook.open(.bytes(Array(lines.utf8) + [0x41, 0xC0, 0x0A]))
    let rows = try workbook.rows()
    #expect(throws: refusal(line: 20_001, column: 2, offset: lines.utf8.count + 1, found: "C0 0A", expected: "UTF-8")) {
      while try rows.next() != nil {}
    }
  }

  @Test(
    "the encoding of a file that begins as ASCII is settled where that ends",
    arguments: [DelimitedFormat.Encoding.utf8, .gb18030])
  func lateDecision(_ encoding: DelimitedFormat.Encoding) throws {
    let head = String(repeating: "1,2.50,ok\n", count: 40_000)
    let workbook = try TextWorkbook.open(.bytes(Array(head.utf8) + TextEncoder(encoding).encode(Array("年,度\n".utf8))))
    #expect(workbook.encoding == nil)
    let rows = try workbook.rows()
    var last: Row?
    while let row = try rows.next() { last = row }
    #expect(last?.cells.map(\.text) == ["年", "度"])
    #expect(last?.cells.first?.textPosition == TextPosition(record: 40_001, line: 40_001, byteOffset: head.utf8.count))
    #expect(rows.findings.map(\.rule).first == (encoding == .utf8 ? .textEncoding : .textEncodingGuessed))
  }

  private func cells(_ bytes: [UInt8]) throws -> [Cell] {
    let workbook = try TextWorkbook.open(.bytes(bytes))
    return try workbook.sheet(workbook.sheets[0]).cells
  }

  private func refusal(line: Int, column: Int, offset: Int, found: String, expected: String) -> Refusal {
    Refusal(
      .textInvalidBytes, at: Place(position: BytePosition(line: line, column: column, byteOffset: offset)),
      [
        "line": String(line), "column": String(column), "offset": String(offset), "found": found, "expected": expected,
      ])
  }
}
