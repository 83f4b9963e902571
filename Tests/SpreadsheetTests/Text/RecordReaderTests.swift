import Testing

@testable import Spreadsheet

/// A text, and the records it is.
struct RecordCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let records: [[String]]
  let dialect: Dialect

  init(_ name: String, _ text: String, _ records: [[String]], _ dialect: Dialect = .csv) {
    self.name = name
    self.text = text
    self.records = records
    self.dialect = dialect
  }

  var testDescription: String { name }
}

@Suite("Records")
struct RecordReaderTests {
  /// RFC 4180, section 2, rule by rule.
  static let rfc4180: [RecordCase] = [
    .init(
      "1 each record on a line of its own", "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n",
      [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    .init(
      "2 the last line may have no end", "aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    .init("3 a header is a record", "name,name\r\naaa,bbb\r\n", [["name", "name"], ["aaa", "bbb"]]),
    .init("4 spaces belong to a field", " aaa ,bbb , ccc\r\n", [[" aaa ", "bbb ", " ccc"]]),
    .init("4 a comma ends no line", "aaa,bbb,\r\n", [["aaa", "bbb", ""]]),
    .init(
      "5 fields may be quoted", "\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx",
      [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    .init(
      "6 line breaks in quotes", "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
      [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    .init("6 commas in quotes", "\"a,a\",b\r\n", [["a,a", "b"]]),
    .init("7 doubled quotes", "\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
  ]

  /// The kinds of csv-spectrum and csv-test-data.
  static let spectra: [RecordCase] = [
    .init("nothing at all", "", []),
    .init("one blank line", "\n", [[""]]),
    .init("all empty", "\n\n", [[""], [""]]),
    .init("one column, an empty field", "foo\n\n", [["foo"], [""]]),
    .init("empty quoted fields", "a,b,c\n1,\"\",\"\"\n2,3,4", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
    .init("only an empty quoted field", "\"\"", [[""]]),
    .init("a doubled quote alone", "\"\"\"\"", [["\""]]),
    .init(
      "escaped JSON", "1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"",
      [["1", "{\"type\": \"Point\", \"at\": [102.0, 0.5]}"]]),
    .init("quotes and newlines", "1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n", [["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
    .init("trailing space", "1,trailing space ,3", [["1", "trailing space ", "3"]]),
    .init("beyond the basic plane", "1,😎,ʤ", [["1", "😎", "ʤ"]]),
    .init("an empty field at the end", "1,2,", [["1", "2", ""]]),
    .init("an empty field at the beginning", ",1,2", [["", "1", "2"]]),
  ]

  /// The kinds of the Pollock benchmark.
  static let polluted: [RecordCase] = [
    .init("semicolons", "a;b\n1,5;2,5\n", [["a", "b"], ["1,5", "2,5"]], .init(delimiter: .semicolon)),
    .init("tabs", "a\tb\n", [["a", "b"]], .tsv),
    .init("bars", "a|b\n", [["a", "b"]], .init(delimiter: .bar)),
    .init(
      "full-width commas", "甲，乙，\"丙，丁\"\n：，；", [["甲", "乙", "丙，丁"], ["：", "；"]], .init(delimiter: .fullWidthComma)),
    .init("spaces", "a b \"c d\"\n", [["a", "b", "c d"]], .init(delimiter: .space)),
    .init(
      "commas and spaces", "a, b,c, \"d, e\" ,f\n, g, \r\n1,2\n3,",
      [["a", "b,c", "\"d, e\" ,f"], ["", "g", ""], ["1,2"], ["3,"]], .init(delimiter: .commaAndSpace)),
    .init("single quotes", "'a,b','it''s',\"c\"", [["a,b", "it's", "\"c\""]], .init(quote: UInt8(ascii: "'"))),
    .init("no quotes at all", "\"a,b\"", [["\"a", "b\""]], .init(quote: nil)),
    .init(
      "backslash escapes", "\"a\\\"b\",c\\,d,\"e\\\\\",\\n", [["a\"b", "c,d", "e\\", "\\n"]],
      .init(escape: UInt8(ascii: "\\"))),
    .init(
      "an escaped line break", "a\\\r\nb,c\\\nd\ne", [["a\r\nb", "c\nd"], ["e"]], .init(escape: UInt8(ascii: "\\"))),
    .init("an escape at the end", "a\\", [["a\\"]], .init(escape: UInt8(ascii: "\\"))),
    .init("LF, CRLF and CR mixed", "a\nb\r\nc\rd\r\r\n\n", [["a"], ["b"], ["c"], ["d"], [""], [""]]),
    .init("CR alone", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    .init("a preamble and blank lines", "Report\n\n\na,b\n1,2", [["Report"], [""], [""], ["a", "b"], ["1", "2"]]),
    .init("rows of unlike length", "a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
    .init("delimiters behind the last field", "a,b,,,\n,,,\n", [["a", "b", "", "", ""], ["", "", "", ""]]),
    .init("NUL bytes", "a\0b,\0\n", [["a\0b", "\0"]]),
    .init("spaces around quotes", "a, \"b, c\" ,d\n  \"e\"\n", [["a", "b, c", "d"], ["e"]]),
    .init("spaces before and text behind", "a, \"b\" c,d", [["a", " \"b\" c", "d"]]),
    .init("a stray quote", "1,This \"quotes\" must,3", [["1", "This \"quotes\" must", "3"]]),
    .init("an undoubled quote", "1,\"Hey, I missed \" it\",3", [["1", "Hey, I missed \" it", "3"]]),
    .init("undoubled quotes in pairs", "\"He said \"hi, you\" to her\",3", [["He said \"hi, you\" to her", "3"]]),
    .init("names in quotes, never quoted", "\"十四五\"规划,\"一网通办\"平台,1", [["\"十四五\"规划", "\"一网通办\"平台", "1"]]),
    .init(
      "a quote never closed", "1,\"I forgot to close this one,3\n4,5",
      [["1", "\"I forgot to close this one", "3"], ["4", "5"]]),
    .init("a quote never closed, others after it", "\"a,1\n\"b\",2\n", [["a,1\n\"b", "2"]]),
    .init(
      "rows before tell that it was never closed", "x,0\n\"a,1\n\"b\",2\n", [["x", "0"], ["\"a", "1"], ["b", "2"]]),
    .init("spaces, then quotes that are text", "a,   \"b\" c \"d\" e,1\n", [["a", "   \"b\" c \"d\" e", "1"]]),
    .init("spaces and a quote behind text", "x   \"y\",  \"z\"\n", [["x   \"y\"", "z"]]),
    .init("a quote at the very end", "a,\"", [["a", "\""]]),
    .init("text behind quotes that hold a delimiter", "1,\"x, y\" z,2\n", [["1", "\"x, y\" z", "2"]]),
    .init("a letter right behind them", "1,\"x, y\"z,2\n", [["1", "\"x, y\"z", "2"]]),
    .init("a mark that opens again is no end", "\"abc, \"def, ghi\n", [["\"abc", " \"def", " ghi"]]),
    .init(
      "white space of any kind around quotes", "1,\t\"a, b\"\u{3000},\u{A0}\"c\"\t\n", [["1", "a, b", "c"]]),
    .init(
      "undoubled quotes up to the end of a field", "\"2\",\"he said \"hi\"\",\"B\"\n", [["2", "he said \"hi\"", "B"]]),
    .init("a single quote at the end of a field", "\"2\",\"named hi\"\",\"B\"\n", [["2", "named hi\"", "B"]]),
    .init("and at the end of a line", "\"2\",\"5\"\"\n\"3\",\"6\"\n", [["2", "5\""], ["3", "6"]]),
    .init("and before a number", "\"a \"b\"\",2\n", [["a \"b\"", "2"]]),
    .init("doubled quotes around a delimiter stay doubled", "\"a\"\",\"\"b\",2\n", [["a\",\"b", "2"]]),
    .init(
      "a stray quote before rows like those above", "a;b;c\n1;\"x;3\n2;y;4\n5;\"z\";6\n7;w;8\n",
      [["a", "b", "c"], ["1", "\"x", "3"], ["2", "y", "4"], ["5", "z", "6"], ["7", "w", "8"]],
      .init(delimiter: .semicolon)),
    .init(
      "a stray quote in the first row", "1,\"x\r\n2,y\r\n3,\"z\"\r\n", [["1", "\"x"], ["2", "y"], ["3", "z"]]),
  ]

  @Test("RFC 4180", arguments: rfc4180) func standard(_ example: RecordCase) { check(example) }
  @Test("csv-spectrum's kinds", arguments: spectra) func spectrum(_ example: RecordCase) { check(example) }
  @Test("Pollock's kinds", arguments: polluted) func pollution(_ example: RecordCase) { check(example) }

  @Test("doubts have their places")
  func doubts() {
    let text = "ok\n年,x\"y\n\"a\nb\"c,\n 1, \"q\" \n\"open"
    let kinds = Records(of: Array(text.utf8), .csv).doubts
    #expect(
      kinds == [
        "strayQuote@2:4", "textBehindQuote@3:1", "strayQuote@4:2", "spacesAroundQuotes@5:5", "unclosedQuote@6:1",
      ])
  }

  @Test("a quoted field longer than the limit was never closed")
  func limit() {
    let text = "\"" + String(repeating: "x\n", count: 50) + "\",1\n"
    #expect(Records(of: Array(text.utf8), .csv, longestQuotedField: 200).fields.count == 1)
    for cut in Records.Cut.allCases {
      #expect(Records(of: Array(text.utf8), .csv, cut: cut, longestQuotedField: 40).fields.first == ["\"x"])
    }
  }

  /// What one field that is never closed has been looked through, the next is not again; byte by byte it is each time.
  @Test("fields that are never closed", arguments: [4, 9, 17, 40, 1000])
  func neverClosed(limit: Int) {
    let pieces = [
      "\"", "\"\"", "\"\"\"", ",", "\n", "a", " ", "\r\n", "\\", "\"12\"\",b\n", "\n\"a\",", "x\"\n", ",\"\"a",
      "a\"\",",
    ]
    for seed in 0..<600 {
      var random = SeededGenerator(seed: UInt64(seed))
      let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      for dialect in [Dialect.csv, Dialect(escape: UInt8(ascii: "\\"))] {
        let whole = Records(of: Array(text.utf8), dialect, longestQuotedField: limit)
        let bytewise = Records(of: Array(text.utf8), dialect, cut: .bytewise, longestQuotedField: limit)
        #expect(whole == bytewise, "\(text.debugDescription)")
      }
    }
  }

  /// A field that is never closed goes on over another, in which a single mark makes a text of what follows: `""a""` closes there and not in the first.
  @Test("a field with single marks where another is never closed")
  func singleMarksInVain() {
    for cut in Records.Cut.allCases {
      let records = Records(of: Array("\"x\ny,\"\"a\"\"\nz".utf8), .csv, cut: cut)
      #expect(records.fields == [["\"x"], ["y", "\"a\""], ["z"]])
    }
  }

  /// A program that forgot the third mark: each of its lines opens a field that nothing closes. Minutes, were each read to the end.
  @Test("a mark too few on every line", arguments: ["\"12\"\"", "\"\"12", "\"\"1\"\"2"])
  func markTooFew(field: String) {
    let lines = 60_000
    let records = Records(of: Array(("\"x\n" + String(repeating: "\(field),b\n", count: lines)).utf8), .csv)
    #expect(records.fields.count == lines + 1)
    #expect(records.fields.last == [field, "b"])
  }

  @Test("a mark in front of a delimiter of several bytes stands well")
  func wideDelimiter() {
    let records = Records(of: Array("\"甲\"，\"乙\"\n\"丙\" ，\"丁\"\n".utf8), Dialect(delimiter: .fullWidthComma))
    #expect(records.fields == [["甲", "乙"], ["丙", "丁"]])
    #expect(records.doubts == ["spacesAroundQuotes@2:1"])
  }

  @Test("lines and offsets")
  func positions() {
    let records = Records(of: Array("a,\"b\r\nc\",d\r\n\n年,\"e\"".utf8), .csv)
    #expect(records.lines == [1, 3, 4])
    #expect(records.offsets == [[0, 2, 9], [12], [13, 17]])
    #expect(records.lineEnds.areMixed)
  }

  /// Fields that end on and around the borders of the 64 bytes looked at at once.
  @Test(
    "fields of every length around a block",
    arguments: Array(0...3) + Array(28...34) + Array(60...66) + Array(124...130))
  func blocks(length: Int) {
    let field = String(repeating: "x", count: length)
    let text = "\(field),\"\(field)\"\"\",\(field)\r\n\"\(field)\n\",\(field)"
    let expected = [[field, field + "\"", field], [field + "\n", field]]
    for cut in Records.Cut.allCases { #expect(Records(of: Array(text.utf8), .csv, cut: cut).fields == expected) }
  }

  /// Quoted fields that begin in one block of 64 bytes and end in the next, with many fields behind each.
  @Test(
    "a record of many fields has room for them, wherever quotation marks stand",
    arguments: ["\"\(String(repeating: "x", count: 40))\"", "\"\(String(repeating: "x,", count: 20))", "\"a\"b"])
  func room(quoted: String) {
    for commas in stride(from: 20, through: 70, by: 5) {
      let text = String(repeating: quoted + String(repeating: ",", count: commas), count: 40) + "\"\"\"\""
      let bytes = Array(text.utf8)
      let full = Records(of: bytes, .csv, scansPlainly: false)
      #expect(full.fields.first?.last == "\"")
      #expect(full.fields.joined().count >= 40 * commas)
      #expect(Records(of: bytes, .csv, cut: .random) == full)
    }
  }

  /// The short cut reads what it takes as the scan does that is made for everything.
  @Test(
    "plain scan and full scan agree",
    arguments: [Dialect.csv, .tsv, Dialect(quote: nil), Dialect(escape: UInt8(ascii: "\\")), Dialect(quote: 0x27)])
  func plainScan(_ dialect: Dialect) {
    var random = SeededGenerator(seed: 29)
    let pieces = [
      ",", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "\\", "'", " ", "年", "\",\"", String(repeating: "x", count: 60),
    ]
    for _ in 0..<600 {
      var text = ""
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        // Long runs of plain text between what matters, so that marks stand at every place of a block.
        let run = String(repeating: "x", count: Int.random(in: 0...9, using: &random))
        text +=
          Int.random(in: 0...3, using: &random) > 0 ? run + "," : run + (pieces.randomElement(using: &random) ?? "")
      }
      let bytes = Array(text.utf8)
      let full = Records(of: bytes, dialect, longestQuotedField: 50, scansPlainly: false)
      #expect(Records(of: bytes, dialect, longestQuotedField: 50) == full, "\(text)")
      #expect(Records(of: bytes, dialect, cut: .random, seed: 3, longestQuotedField: 50) == full, "\(text)")
    }
  }

  private func check(_ example: RecordCase) {
    let bytes = Array(example.text.utf8)
    let whole = Records(of: bytes, example.dialect)
    #expect(whole.fields == example.records)
    #expect(Records(of: bytes, example.dialect, cut: .bytewise) == whole)
    for seed in 1...8 as ClosedRange<UInt64> {
      #expect(Records(of: bytes, example.dialect, cut: .random, seed: seed) == whole)
    }
  }
}
