import Foundation
import Testing
import TrackingModel

@testable import Publishing

@Suite struct PageValueTests {
  @Test(arguments: [
    ("75.00", "0.00"), ("0", "0"), ("-3.5", "0.0"), ("0.10", "0.00"), ("123456789012345", "0"),
    ("1.50000000000000", "0.00000000000000"),
    ("-0.5", "0.0"),
  ])
  func aPlainResultIsANumberWithItsPlaces(text: String, format: String) throws {
    let digits = try #require(Decimal(plain: text)).description
    #expect(PageValue(result: text) == .number(digits, format: format))
  }

  @Test(arguments: [
    "007", "1,234", "12月底", "75%", "1234567890123456", "-0", "-0.00", "1.", ".5", "+3", "１００", "1e5", "= 5",
  ])
  func anyOtherResultIsAText(text: String) { #expect(PageValue(result: text) == .text(text)) }

  @Test(arguments: [
    ("6883.62", "0.00####"), ("0", "0.00####"), ("71.3", "0.00####"), ("0.123456", "0.00####"),
    ("0.12345678", "0.00######"), ("1000", "0.00####"),
  ])
  func anAmountShowsAllOfItsDigits(text: String, format: String) throws {
    let amount = try #require(Decimal(plain: text))
    #expect(PageValue(amount: amount) == .number(amount.description, format: format))
  }

  @Test func anAmountThatASpreadsheetWouldRoundIsAText() throws {
    let amount = try #require(Decimal(plain: "12345678901234.5678"))
    #expect(PageValue(amount: amount) == .text("12345678901234.5678"))
  }

  @Test func nothingIsBlank() {
    #expect(PageValue(nil) == .blank)
    #expect(PageValue(result: nil) == .blank)
    #expect(PageValue(amount: nil) == .blank)
  }
}
