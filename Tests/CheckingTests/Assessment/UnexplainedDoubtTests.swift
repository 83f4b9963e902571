import Testing
import TrackingModel

@testable import Checking

@Suite struct UnexplainedDoubtTests {
  @Test(arguments: ["有可能完成", "完全不可能完成"])
  func doubtNeedsMeasures(judgment: String) {
    let form = TrackingForm.sound.with { $0.assessment.goalCompletion = Judgment(text: judgment) }
    #expect(findings(in: form) == ["assessment.unexplained @ correctiveMeasures"])
    #expect(findings(in: form.with { $0.correctiveMeasures = "加快进度" }) == [])
    #expect(findings(in: form.with { $0.correctiveMeasures = "无" }) == ["assessment.unexplained @ correctiveMeasures"])
  }

  @Test func whereIndicatorsDeviateTheMissingMeasuresAreSaidOnce() {
    let form = TrackingForm.soundWithDeviations.with {
      $0.assessment.goalCompletion = Judgment(text: "有可能完成")
      $0.correctiveMeasures = nil
    }
    #expect(findings(in: form) == ["measures.missing @ correctiveMeasures"])
  }
}
