import Findings
import Testing

@testable import Spreadsheet

@Suite("Finding the dialect")
struct DialectDecisionTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let dialect: Dialect

    init(_ name: String, _ dialect: Dialect, _ text: String) {
      testDescription = name
      self.dialect = dialect
      self.text = text
    }
  }

  static let semicolon = Dialect(delimiter: .semicolon)
  static let bar = Dialect(delimiter: .bar)
  static let wide = Dialect(delimiter: .fullWidthComma)
  static let backslash = Dialect(escape: UInt8(ascii: "\\"))
  static let apostrophe = Dialect(quote: UInt8(ascii: "'"))

  static let spaced = Dialect(delimiter: .commaAndSpace)

  static let examples: [Example] = [
    .init("commas", .csv, "a,b,c\n1,2,3\n"),
    .init("tabs", .tsv, "a\tb\tc\n1\t2\t3\n"),
    .init("bars", bar, "a|b|c\n1|2|3\n"),
    .init("full-width commas", wide, "项目，单位，金额\n修缮，房管办，1.5\n养护，市政，2\n"),
    .init("semicolons with decimal commas", semicolon, "a;b;c\n1,5;2,5;3,5\n1,0;2,0;3,0\n"),
    .init("tabs with commas in amounts", .tsv, "项目\t预算\t执行\n甲\t1,234.50\t1,000.00\n乙\t2,345.60\t2,000.00\n"),
    .init("commas with lists in fields", .csv, "id,tags,n\n1,a;b;c,2\n2,d;e;f,3\n"),
    .init("a bar in every line of commas", .csv, "期,项目,金额\n2023-01|2023-08,甲,1\n2023-01|2023-08,乙,2\n"),
    .init("full-width commas in the prose of a comma file", .csv, "目标,完成\n提升环境，满足市民，向往,完成，验收\n修缮，改造,竣工\n"),
    .init("delimiters inside quotes", .csv, "\"a;b;c\",\"1;2\"\n\"d;e;f\",\"3;4\"\n"),
    .init("tabs and line breaks inside quotes", .csv, "\"a\tb\n\tc\",1\n\"d\te\n\tf\",2\n"),
    .init("a preamble and blank lines", semicolon, "Report, made 2023\n\nUnit, dept\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n"),
    .init("one column", .csv, "项目\n甲\n乙\n"),
    .init("backslashes before quotes", backslash, "a,\"say \\\"hi\\\", you\"\nb,\"x\\\\\"\n"),
    .init("paths that end in a backslash", .csv, "\"C:\\dir\\\",\"a\"\n\"D:\\\",\"b\"\n"),
    .init("single quotes", apostrophe, "'a','b,c'\n'd','e,f'\n"),
    .init("apostrophes", .csv, "it's,dogs'\n'90s,rock'n'roll\n"),
    .init(
      "rows without their trailing tabs", .tsv,
      "财政项目支出绩效跟踪表\n\n项目名称\t修缮\n主管部门\t甲\t\t\t实施单位\t乙, 丙\n\t一级\t二级\t三级\t值\n\t产出\t数量\t个数, 只\t5\n"),
    // A comma and a space, and what only looks like it.
    .init("commas with spaces", spaced, "a, b, c\n1, 2, 3\n"),
    .init("commas with spaces and quoted fields", spaced, "id, name, price\n1, \"x, y\", 2\n2, \"z\", 3\n"),
    .init("commas with spaces around amounts", spaced, "name, budget, spent\nx, 1,234.50, 80\ny, 90, 1,000\nz, 7, 8\n"),
    .init("a space behind some commas", .csv, "a,b,c\n1, leading space,3\n2,x,4\n"),
    .init("names in the order of a register", .csv, "Smith, John,5\nDoe, Jane,6\n"),
    .init("numbers before a text with a space", .csv, "5,6, x\n7,8, y\n"),
    .init("commas with spaces that are cut off at the end of a line", .csv, "a, b, c\n1, 2,\n3, 4,\n"),
    .init("commas with spaces inside quotes alone", .csv, "\"Doe, J.\",1\n\"Roe, R.\",2\n"),
    .init("sentences in a table of tabs", .tsv, "goal\tdone\nbuild, mend\tyes, all\nclean, paint\tno, none\n"),
    // Single marks around a few fields, and apostrophes.
    .init(
      "single quotes where they are needed", apostrophe, "id,who,note\n1,me,'this, that'\n2,you,'one, two, three'\n"),
    .init(
      "single quotes beside inches and apostrophes", apostrophe,
      "id,who,note\n1,Ann's,'24\" wheel, red'\n2,it's,'Kids' bike, blue'\n3,us,plain\n"),
    .init(
      "single quotes between semicolons", Dialect(delimiter: .semicolon, quote: UInt8(ascii: "'")),
      "id;who;note\n1;me;'this; that'\n2;you;'one; two; three'\n3;him;no\n"),
    .init("apostrophes in front of words", .csv, "a,b\n'tis true,1\n'twas late,2\nthey said 'yes',3\n"),
    .init("apostrophes that keep numbers as text", .csv, "no,name\n'001,x\n'002,y\n'003,z\n"),
    .init("single marks in quoted texts", .csv, "id,note\n1,\"'a', 'b'\"\n2,\"'c', 'd'\"\n"),
    .init("sep=;", semicolon, "sep=;\na,b;c\n"),
    .init("SEP=|", bar, "SEP=|\r\na,b|c\r\n"),
  ]

  @Test("from the structure of the first records", arguments: examples)
  func detection(_ example: Example) {
    #expect(DialectDecision(sample: Array(example.text.utf8), isWhole: true).dialect == example.dialect)
  }

  @Test(
    "from a sample that ends within its first record",
    arguments: [
      ("name;\"unit\n" + String(repeating: "abc0;0\n", count: 9_000), semicolon),
      (String(repeating: "年初预算数\t", count: 6_000) + "\n1\t2\n", .tsv),
    ])
  func longFirstRecord(_ text: String, dialect: Dialect) throws {
    #expect(try TextWorkbook.open(.bytes(Array(text.utf8))).dialect == dialect)
  }

  @Test("two delimiters that fit alike are a warning")
  func rivals() throws {
    let workbook = try TextWorkbook.open(.bytes(Array("a,b;c\nd,e;f\n".utf8)))
    #expect(workbook.findings.map(\.rule) == [.textDelimiterDoubtful])
  }

  @Test("the line sep=; is no row")
  func separatorLine() throws {
    let workbook = try TextWorkbook.open(.bytes(Array("sep=;\r\na;b\r\n".utf8)))
    let cells = try workbook.sheet(workbook.sheets[0]).cells
    #expect(cells.map(\.reference.a1) == ["A1", "B1"])
    #expect(cells.first?.textPosition == TextPosition(record: 1, line: 2, byteOffset: 7))
  }
}
