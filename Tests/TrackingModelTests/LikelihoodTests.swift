import Testing
import TrackingModel

@Suite struct LikelihoodTests {
  @Test(
    arguments: [
      ("确定能完成", .certain), ("确定能", .certain), ("1-确定能", .certain), ("有可能", .possible), ("有可能 完成", .possible),
      ("\u{200B}有可能\u{FEFF}", .possible),
      ("不可能", .impossible),
      ("完全不可能完成", .impossible), ("基本完成", nil), ("", nil),
    ] as [(String, Likelihood?)])
  func `an option is read from its words`(words: String, likelihood: Likelihood?) {
    #expect(Likelihood(words: words) == likelihood)
    #expect(Judgment(text: words).text == words)
  }
}
