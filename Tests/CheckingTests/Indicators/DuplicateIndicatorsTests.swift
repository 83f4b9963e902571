import Testing
import TrackingModel

@testable import Checking

@Suite struct DuplicateIndicatorsTests {
  @Test(arguments: ["修缮完成数量", "修缮 完成数量", "修缮完成數量"])
  func theSameNameInOneLevel2(name: String) {
    let expected = name == "修缮完成數量" ? [] : ["indicator.duplicate @ indicators[7].name"]
    #expect(findings(with: .row("产出指标", "数量指标", name, "=1(个)", "1", "1")) == expected)
  }

  @Test func theFirstOneIsNamed() {
    let form = TrackingForm.sound.with { $0.indicators.append($0.indicators[1]) }
    #expect(Checker().check(form).map { $0.message(in: .chinese) } == ["指标“修缮完成数量”与第 2 个指标重复（同在“数量指标”下）。"])
  }

  @Test func theSameNameElsewhereIsHonest() {
    #expect(findings(with: .row("产出指标", "质量指标", "修缮完成数量", "=1(个)", "1", "1")) == [])
  }
}
