import Findings
import Foundation
import Spreadsheet
import Testing

@testable import Recognition

@Suite struct RateReaderTests {
  private static let computed = RateReader.computed(
    expenditure: Decimal(string: "3296.59"), budget: Decimal(string: "6793.02"))

  @Test(arguments: ["48.52", "48.52%", "４８．５２％", "48.52 %", " 48.52"])
  func readsPercentages(words: String) {
    let reading = RateReader.read(words, computed: Self.computed)
    #expect(reading.value == Decimal(string: "48.52"))
    #expect(!reading.findings.contains { $0.severity > .note })
  }

  @Test(arguments: [
    // Written, amounts give, read, other reading
    ("0.4852", "48.529", "48.52", "0.4852"), ("0.49", "48.529", "49.00", "0.49"), ("1", "100", "100.00", "1.00"),
    ("1.2", "120", "120.00", "1.20"), ("0.4852", nil, "0.4852", "48.52"), ("0.5", "12", "0.50", "50.00"),
  ])
  func aFractionIsToldApartByTheAmountsAndBothReadingsAreGiven(
    words: String, computed: String?, read: String, other: String
  ) {
    let reading = RateReader.read(words, computed: computed.flatMap { Decimal(string: $0) })
    #expect(reading.value?.amountText == read)
    #expect(reading.findings == [Finding(.rateInDoubt, ["found": words, "read": read, "other": other])])
  }

  @Test(arguments: [
    ("0.49", "0.485"), ("0", "0"), ("0.00", nil), ("50", "12"), ("100", nil), ("0.5%", "48"), ("86", "86.18304"),
  ])
  func whatIsAPercentageStays(words: String, computed: String?) {
    let reading = RateReader.read(words, computed: computed.flatMap { Decimal(string: $0) })
    #expect(reading.findings.isEmpty)
    #expect(reading.value == Decimal(string: words.replacing("%", with: "")))
  }

  @Test(arguments: ["-", "", "/", "—"])
  func noneMarksAreNoRate(words: String) {
    #expect(RateReader.read(words, computed: Self.computed) == Reading(nil))
  }

  @Test(arguments: ["高", "48.52%%", "48.52万元"])
  func otherWordsAreErrors(words: String) {
    let reading = RateReader.read(words, computed: Self.computed)
    #expect(reading.value == nil)
    #expect(reading.findings.map(\.rule) == [.notANumber])
  }

  @Test func aDecimalCommaIsNamed() {
    #expect(RateReader.read("56,15", computed: Self.computed).findings.map(\.rule) == [.decimalComma])
  }

  @Test func aZeroBudgetHasNoRate() {
    #expect(RateReader.computed(expenditure: 1, budget: 0) == nil)
  }
}
