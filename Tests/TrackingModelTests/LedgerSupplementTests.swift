import Testing

@testable import TrackingModel

@Suite struct LedgerSupplementTests {
  private static func indicator() -> Indicator {
    var indicator = Indicator()
    indicator.target = IndicatorValue(text: "不少于九十")
    return indicator
  }

  /// A program that makes all line ends alike changes those of the notation, and nothing it says.
  @Test(arguments: ["\n", "\r\n", "\r"]) func lineEndsOfAnyKindDivideTheLines(_ end: String) throws {
    let text = ["target.comparison＝≥", "target.amount＝90", "备注：一\\r\\n二〔F6〕"].joined(separator: end)
    var indicator = Self.indicator()
    #expect(LedgerSupplement.add(try #require(LedgerSupplement.entries(of: text)), to: &indicator))
    #expect(indicator.target?.comparison == .atLeast)
    #expect(indicator.target?.amount == "90")
    #expect(indicator.extras == [Extra(label: "备注", text: "一\r\n二", cell: "F6")])
  }

  @Test(arguments: ["target.comparison＝>=", "target.sign＝≥", "planned.amount＝1", "target＝1"])
  func aWordThatIsNoneIsRefused(_ line: String) throws {
    var indicator = Self.indicator()
    #expect(!LedgerSupplement.add(try #require(LedgerSupplement.entries(of: line)), to: &indicator))
    #expect(indicator == Self.indicator())
  }

  @Test(arguments: [("budgetCompletion＝certain", true), ("budgetCompletion＝", true), ("budgetCompletion＝也许", false)])
  func aLikelihoodIsOneOfThree(_ line: String, isKnown: Bool) throws {
    var form = TrackingForm()
    form.assessment.budgetCompletion = Judgment(text: "能")
    #expect(LedgerSupplement.add(try #require(LedgerSupplement.entries(of: line)), to: &form) == isKnown)
  }
}
