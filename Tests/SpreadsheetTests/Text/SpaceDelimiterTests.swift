import Findings
import Testing

@testable import Spreadsheet

@Suite("Spaces as a delimiter")
struct SpaceDelimiterTests {
  @Test(
    "separate fields where quotation marks protect spaces, or where each record has as many fields and numbers stand below each other",
    arguments: [
      "id name note\n1 Ann \"one two\"\n2 Bob \"three four\"\n3 Cid \"five\"\n",
      "id name note\n1 Ann \"one, two\"\n2 Bob Mac \"three, four\"\n3 Cid \"five, six\"\n",
      "date time count\n2023-01-01 00:15 3\n2023-01-02 00:30 4\n2023-01-03 00:45 5\n",
      "甲 1.5 有\n乙 2.5 无\n丙 3 有\n",
    ])
  func separate(_ text: String) throws {
    let workbook = try TextWorkbook.open(.bytes(Array(text.utf8)))
    #expect(workbook.dialect == Dialect(delimiter: .space))
    #expect(workbook.findings.contains { $0.rule == .textDelimiter })
  }

  @Test(
    "are text elsewhere",
    arguments: [
      "one two\nthree four\nfive\nsix\n",
      "He said \"no way\" to me\nShe said \"yes sir\" and \"thank you\" to them all\nAll went\n",
      "the first line\nthe next line\nthe last line\n",
      "a 1 b\nc 2 d\n",
      "name    amount   unit\na        1       x\nb        2       y\nc        3       z\n",
      "item 1 of 3,x\nitem 2 of 3,y\nitem 3 of 3,z\n",
      "项目名称 修缮\n主管部门 甲局 实施单位 乙所\n年度资金总额 1 2 3\n",
    ])
  func text(_ text: String) throws {
    #expect(try TextWorkbook.open(.bytes(Array(text.utf8))).dialect.delimiter == .comma)
  }

  @Test("are named as such in both languages")
  func words() throws {
    let spaces = try TextWorkbook.open(.bytes(Array("a b 1\nc d 2\ne f 3\n".utf8)))
    #expect(spaces.findings.map { $0.message(in: .chinese) } == ["各列之间用空格分隔。"])
    let both = try TextWorkbook.open(.bytes(Array("a, b\nc, d\n".utf8)))
    #expect(both.findings.map { $0.message(in: .chinese) } == ["各列之间用逗号加空格分隔。"])
    #expect(both.findings.map { $0.message(in: .english) } == ["Delimiter between the fields: comma and space."])
  }
}
