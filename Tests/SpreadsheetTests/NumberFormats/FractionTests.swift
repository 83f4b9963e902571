import Testing

@testable import Spreadsheet

/// Fractions as Excel shows them, blanks included.
@Suite struct FractionTests {
  @Test(arguments: [
    ("# ?/?", "1", "1    "), ("# ?/?", "0", "0    "), ("# ?/?", "-1.2", "-1 1/5"), ("# ?/?", "0.3", " 2/7"),
    ("# ?/?", "1.3", "1 1/3"), ("# ?/?", "2.3", "2 2/7"), ("# ?/?", "12345678.9", "12345679    "),
    ("# ?/?", "-123.456", "-123 1/2"),
    ("# ??/??", "-123.456", "-123 26/57"), ("# ??/??", "3.14159", "3  1/7 "), ("# ??/??", "123456.789", "123456 15/19"),
    ("# ???/???", "1234.567", "1234  55/97 "), ("# ???/???", "-12345.67891", "-12345 573/844"),
    ("??/??", "12345.6789", "1000000/81"), ("??/??", "-1.2", "- 6/5 "), ("?/?", "100000000000", "100000000000/1"),
  ]) func nearIt(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  @Test(arguments: [
    ("# ?/8", "-12.34", "-12 3/8"), ("# ??/16", "1", "1      "), ("# ?/2", "-1.2", "-1    "),
    ("# ??/100", "1.2", "1 20/100"),
    ("# ?/4", "0.99", "1    "), ("?/8", "1.5", "12/8"),
  ]) func writtenDenominator(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  /// `0` is always shown, `?` blank where there is nothing, `#` left out.
  @Test(arguments: [
    ("0 0/0", "2", "2 0/1"), ("00 00/00", "1", "01 00/01"), ("00/00", "3.4", "17/05"), ("??/??", "3.4", "17/5 "),
    ("??/??", "0", " 0/1 "), ("#/#", "0", "0/1"), ("# #/#", "123", "123"), ("# #/#", "12.345", "12 1/3"),
    ("? ?/?", "0", "0    "), ("## ?/?", "0", "0    "),
  ]) func places(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  @Test(arguments: [
    (#"# ?? / ??"#, "0.5", "  1 / 2 "), (#"0"又"?/?"寸""#, "1.5", "1又1/2寸"), (#"0"又"?/?"寸""#, "1", "1    寸"),
    (#"? "上" / "下" ?"#, "0.5", "1 上 / 下 2"), (#"???\/???"#, "123.45", "   /123"),
  ]) func textsAroundIt(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }
}
