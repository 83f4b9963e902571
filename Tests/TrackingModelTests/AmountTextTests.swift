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

  @Test(arguments: [
    "0", "-0", "0.00", "7", "-7", "100", "100.00", "1.50", "1.05", "-0.5", "0.000001", "999999999999999999",
    "123456789012345678", "0.12345678901234567", "1234567890123456789.5", "12345678901234567890123456789012345678",
    "000012.3400", "-99999999999999.9900",
  ])
  func `a plain number is what Foundation reads, to the last digit`(text: String) throws {
    let read = try #require(Decimal(plain: text))
    let expected = try #require(Decimal(string: text))
    #expect(read == expected)
    #expect(read.description == expected.description)
    #expect(read.hashValue == expected.hashValue)
    #expect(Decimal(plain: text[...]) == expected)
  }

  /// Two decimals are written at least, and are no digits that a decimal has to hold.
  @Test(arguments: [
    String(repeating: "9", count: 38), String(repeating: "9", count: 37) + ".5",
    "-1" + String(repeating: "0", count: 37),
  ])
  func `the largest amounts are read back from what is written of them`(text: String) throws {
    let amount = try #require(Decimal(string: text))
    #expect(Decimal(plain: amount.amountText) == amount)
    #expect(Decimal(plain: text + (text.contains(".") ? "" : ".") + "0000") == amount)
    #expect(Decimal(plain: text + (text.contains(".") ? "01" : ".01")) == nil)
  }
}
