import Findings
import Testing
import TrackingModel

@testable import Recognition

@Suite struct JudgmentReaderTests {
  @Test(arguments: [
    ("确定能完成", "确定能完成"), ("☑确定能完成 □有可能完成", "确定能完成"), ("□确定能 √有可能 □不可能", "有可能"),
    ("确定能完成（√） 有可能完成（ ） 完全不可能完成（ ）", "确定能完成"), ("确定能□ 有可能☑ 不可能□", "有可能"),
    ("( )确定能完成 (√)有可能完成", "有可能完成"), ("□√确定能完成　□有可能完成", "确定能完成"), ("√确定能完成", "确定能完成"),
    ("1-确定能", "1-确定能"), ("基本能完成", "基本能完成"),
    // Picked from a panel of pictures, which puts U+FE0F or U+20E3 behind.
    ("☑\u{FE0F}确定能完成 □有可能完成", "确定能完成"), ("□\u{FE0F}确定能完成 ✔\u{FE0F}有可能完成", "有可能完成"),
    ("确定能完成√\u{20E3} 有可能完成□", "确定能完成"),
  ])
  func answer(_ words: String, _ text: String) {
    #expect(JudgmentReader.read(words).value?.text == text)
  }

  @Test(arguments: ["□确定能完成 □有可能完成 □完全不可能完成", "", "/", "确定能（ ）有可能（ ）", "□能 □不能 说明：____"])
  func nothingIsTicked(_ words: String) {
    #expect(JudgmentReader.read(words).value == nil)
  }

  @Test func anExplanationWithoutATickIsKept() {
    let words = "□确定能完成 □有可能完成 □完全不可能完成 说明：资金未到位"
    #expect(JudgmentReader.read(words).value == Judgment(text: words, likelihood: nil))
  }

  @Test func doubtQuotesBothReadings() {
    let reading = JudgmentReader.read("☑确定能完成 ☑有可能完成")
    #expect(reading.value?.likelihood == nil)
    #expect(reading.findings.map(\.rule) == [.optionsInDoubt])
    #expect(reading.findings.first?.values["read"] == "确定能完成、有可能完成")
  }
}
