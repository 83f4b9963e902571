import Findings
import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

@Suite struct IndicatorValueReaderTests {
  @Test func aNumberCountsAsDisplayed() {
    #expect(
      IndicatorValueReader.read("75.00", of: .number)
        == Reading(IndicatorValue(text: "75.00", comparison: nil, amount: "75.00", unit: nil)))
  }

  @Test func anErrorIsNoValue() {
    #expect(IndicatorValueReader.read("#DIV/0!", of: .error).findings.map(\.rule) == [.cellHoldsError])
  }

  @Test func theTextStaysAsGiven() {
    #expect(
      IndicatorValueReader.read(" =100.00(%) ").value
        == IndicatorValue(text: "=100.00(%)", comparison: .equal, amount: "100.00", unit: "%"))
    #expect(
      IndicatorValueReader.read("12月底前").value == IndicatorValue(text: "12月底前", comparison: nil, amount: nil, unit: nil)
    )
  }

  @Test(arguments: ["75.00", "及时", "A*", "3*5", "指标完成", "XXL码", "指标1完成率", "无", "提升……效果", "x"])
  func otherTextsAreNone(words: String) {
    #expect(IndicatorValueReader.read(words).findings.isEmpty)
  }

  @Test func aLostSignIsNamed() {
    #expect(IndicatorValueReader.read("?90.00(%)").findings.map(\.rule) == [.signLost])
  }

  @Test(arguments: ["", "-", "/", "—"])
  func noneMarksAreNoValue(words: String) {
    #expect(IndicatorValueReader.read(words) == Reading(nil))
  }

  @Test(arguments: [("=100.00(%)", "100.00", "%"), ("=19.00(个)", "19.00", "个"), ("=0(起)", "0", "起")])
  func targetThatAProgramTookForAFormula(_ formula: String, _ amount: String, _ unit: String) {
    let reading = IndicatorValueReader.read(
      formula, of: .formulaWithoutValue)
    #expect(reading.value == IndicatorValue(text: formula, comparison: .equal, amount: amount, unit: unit))
    #expect(reading.findings.map(\.rule) == [.formulaReadAsText])
  }

  @Test(arguments: ["=A1+B2", "=SUM(A1:A3)", "=VLOOKUP(1,A:B,2)", "=1=2"])
  func realFormulaWithoutResultIsAnError(_ formula: String) {
    let reading = IndicatorValueReader.read(
      formula, of: .formulaWithoutValue)
    #expect(reading.value == nil)
    #expect(reading.findings.map(\.rule) == [.formulaHasNoResult])
  }
}
