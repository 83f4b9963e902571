import Testing

@testable import Conversion

@Suite("Words in the columns of a terminal")
struct DisplayWidthTests {
  @Test(arguments: [("abc", 3), ("财政", 4), ("（1）", 5), ("=100(%)", 7), ("", 0)])
  func chineseCharactersAreTwoColumnsWide(text: String, width: Int) {
    #expect(DisplayWidth.of(text, atMost: 100) == width)
  }

  @Test(arguments: [
    ("财政项目支出", 7, "财政项…"), ("财政", 6, "财政  "), ("甲\n乙", 5, "甲↵乙"), ("财政项目", 6, "财政… "),
    ("甲\r\n乙", 5, "甲↵乙"), ("甲\u{2028}乙\u{85}", 6, "甲↵乙 "), ("甲\t乙", 5, "甲 乙"),
  ])
  func wordsAreCutOrFilledToAWidth(text: String, width: Int, line: String) {
    #expect(DisplayWidth.fit(text, to: width) == line)
  }

  @Test(arguments: [
    ("在册/表.xlsx", 12, "在册/表.xlsx"), ("a/b.xlsx", 10, "a/b.xlsx  "), ("收件箱/一科/食堂.xlsx", 12, "…/食堂.xlsx "),
    ("inbox/bridges.xlsx", 12, "…ridges.xlsx"), ("", 3, "   "),
    (String(repeating: "长", count: 300) + ".xlsx", 10, "…长长.xlsx"),
  ]) func ofAPathTheEndStays(path: String, width: Int, expected: String) {
    let fitted = DisplayWidth.fit(endOf: path, to: width)
    #expect(DisplayWidth.of(fitted, atMost: 100) == width)
    #expect(fitted == expected)
  }
}
