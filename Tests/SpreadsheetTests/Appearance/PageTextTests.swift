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

  /// A document has no codes, and white space of any kind is a space.
  @Test(arguments: [
    ("第 1 页", nil), ("&Lab", "&Lab"), ("某局 & 某处&P", "某局 & 某处&P"), ("\n 内部\u{3000}\t资料 \n", "内部 资料"), ("PAGE 1/2", nil),
    ("－1－", "－1－"),
  ])
  func wordsOfADocumentsPage(text: String, words: String?) {
    #expect(PageText.words(in: text) == words)
  }
}
