import Testing

@testable import Spreadsheet

@Suite("Headers and footers of pages")
struct PageTextTests {
  @Test(arguments: [
    ("&C第 &P 页，共 &N 页", nil), ("- &P -", nil), ("&R&P/&N", nil), ("Page &P of &N", nil), ("", nil),
    ("&L单位：万元", "单位：万元"), ("&C&\"宋体,加粗\"&14绩效跟踪表&R附件1", "绩效跟踪表 附件1"), ("&K000000某局 && 某处&P", "某局 & 某处"),
  ])
  func wordsWithoutTheirCodes(coded: String, words: String?) {
    #expect(PageText.words(of: coded) == words)
  }
}
