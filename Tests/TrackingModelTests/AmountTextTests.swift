import Foundation
import Testing
import TrackingModel

@Suite struct AmountTextTests {
  @Test(arguments: [
    ("0", "0.00"), ("71.3", "71.30"), ("71.33", "71.33"), ("1.2345", "1.2345"), ("6883.6200", "6883.62"),
    ("-5", "-5.00"),
    ("12345678901234.567", "12345678901234.567"),
  ])
  func `an amount has at least two decimals and no other trailing zeros`(plain: String, text: String) throws {
    #expect(try #require(Decimal(plain: plain)).amountText == text)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "12abc", "1,234.5", "1e5", " 1", "１", "--1", "1.2.3", String(repeating: "9", count: 39),
  ])
  func `what is not plainly a number is none`(text: String) {
    #expect(Decimal(plain: text) == nil)
  }
}
