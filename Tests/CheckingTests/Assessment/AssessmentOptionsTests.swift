import Testing
import TrackingModel

@testable import Checking

@Suite struct AssessmentOptionsTests {
  @Test(arguments: ["确定能完成", "确定能", "1-确定能", "确定 能完成"])
  func optionsAndTheirSpellings(words: String) {
    #expect(findings(after: { $0.assessment.goalCompletion = Judgment(text: words) }) == [])
  }

  @Test(arguments: ["应该没问题", "是", "较好"])
  func otherWords(words: String) {
    #expect(
      findings(after: { $0.assessment.goalCompletion = Judgment(text: words) })
        == ["assessment.option @ assessment.goalCompletion"])
  }

  @Test func theOptionsAreListed() {
    let form = TrackingForm.sound.with { $0.assessment.budgetCompletion = Judgment(text: "较好") }
    #expect(Checker().check(form).first?.advice(in: .chinese) == "请从以下选项中选择：确定能完成、有可能完成、完全不可能完成。")
  }
}
