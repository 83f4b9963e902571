import Testing

@testable import Recognition

@Suite struct TextReaderTests {
  @Test(arguments: [
    ("  两行\r\n文字 \n", "两行\n文字"), ("一\r二", "一\n二"), ("甲\n\n乙", "甲\n\n乙"), ("无", "无"),
  ])
  func proseKeepsItsLines(words: String, text: String) {
    #expect(TextReader.prose(words) == text)
  }

  @Test(arguments: [("绩效\n指标", "绩效指标"), ("Phase\nTwo", "Phase Two"), ("甲 \n\n 乙", "甲乙"), ("a\u{2028}b", "a b")])
  func aLineLosesThem(words: String, text: String) {
    #expect(TextReader.line(words).value == text)
    #expect(TextReader.line(words).findings.map(\.rule) == [.lineBreaksDropped])
  }

  @Test(arguments: ["", "—", "/", "\u{200B}", "- "])
  func noneMarksAreNoText(words: String) {
    #expect(TextReader.prose(words) == nil)
    #expect(TextReader.line(words).value == nil)
  }
}
