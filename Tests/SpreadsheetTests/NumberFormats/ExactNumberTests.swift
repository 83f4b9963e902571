import Foundation
import Testing

@testable import Spreadsheet

@Suite struct ExactNumberTests {
  @Test(arguments: [
    ("75", "75"), ("75.00", "75"), ("-0", "0"), ("+1.5", "1.5"), (" 1.5\n", "1.5"), (".5", "0.5"), ("5.", "5"),
    ("1E3", "1000"), ("1.25e-2", "0.0125"), ("3296.5900000000001", "3296.59"), ("0.28499999999999998", "0.285"),
    ("4.9000000000000004", "4.9"), ("999999999999999.9", "1000000000000000"),
    ("123456789012345678", "123456789012346000"),
    ("1E+300", "1E+300"), ("1.5E-200", "1.5E-200"),
    ("0.000000000000000000000000000001", "0.000000000000000000000000000001"),
    ("1E-400", "1E-400"),
  ]) func reads(_ text: String, as expected: String) {
    #expect(ExactNumber(text)?.description == expected)
  }

  @Test(arguments: [
    "", " ", "abc", "12abc", "1,234.5", "1e", "1e+", "--1", "1.2.3", "NaN", "INF", "0x10", "１", "1E400",
  ])
  func refuses(_ text: String) {
    #expect(ExactNumber(text) == nil)
  }

  @Test func decimalIsTheSameNumber() {
    #expect(ExactNumber("6883.62")?.decimal == Decimal(string: "6883.62"))
    #expect(ExactNumber("-0.0001")?.decimal == Decimal(string: "-0.0001"))
    #expect(ExactNumber("1E+200")?.decimal == nil)
  }

  @Test func equalNumbersAreEqual() {
    #expect(ExactNumber("1500") == ExactNumber("1.5E3"))
    #expect(ExactNumber("100000000000000000000") == ExactNumber("1E20"))
    #expect(ExactNumber("0.10") == ExactNumber("0.1"))
  }

  /// Whatever double a program wrote with 17 digits, its 15 digits are those that C prints.
  @Test func roundsLikeTheDoubleItself() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let double = Double(bitPattern: random.next() & 0x7FFF_FFFF_FFFF_FFFF)
      guard double.isFinite, double != 0, (-250...250).contains(double.exponent) else { continue }
      let written = String(format: "%.17g", double)
      let expected = ExactNumber(String(format: "%.14e", double))
      #expect(ExactNumber(written) == expected, "\(written)")
    }
  }

  /// Two decimals, as money has: the digits that were typed come back.
  @Test func restoresMoney() {
    for cents in stride(from: 1, to: 100_000_000, by: 4_999) {
      let typed = "\(cents / 100)." + String(format: "%02d", cents % 100)
      let written = String(format: "%.17g", Double(typed) ?? 0)
      #expect(ExactNumber(written) == ExactNumber(typed))
    }
  }

  /// As the C library reads its digits.
  @Test func theNearestDoubleIsThatOfItsDigits() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let number = ExactNumber(
        Int64.random(in: -(1 << 55)...(1 << 55), using: &generator) >> Int64.random(in: 0...54, using: &generator),
        exponent: Int.random(in: -40...40, using: &generator))
      #expect(number.double == Double(number.description), "\(number)")
    }
  }
}
