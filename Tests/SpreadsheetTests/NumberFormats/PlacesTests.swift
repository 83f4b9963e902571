import Testing

@testable import Spreadsheet

/// Where the figures of a number go.
@Suite struct PlacesTests {
  /// Figures in front of a point that has no places before it stand right before it.
  @Test(arguments: [
    (".00", "1.5", "1.50"), (#""¥".00"#, "3.14159", "¥3.14"), (#""a".00"b"000"#, "-3.14159", "-a3.14b159"),
    (".0", "0", ".0"),
  ]) func pointWithoutPlacesBefore(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  /// The comma in front of a blank place is blank, so that the figures of a column stand below each other.
  @Test(arguments: [
    ("?,??0", "5", "    5"), ("?,??0", "1234", "1,234"), ("0,???", "1", "0,  1"), ("0,????", "1", "0    1"),
    ("#,??0", "5", "  5"),
  ]) func blankCommas(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  @Test(arguments: [
    ("##0.0E+0", "0", "000.0E+0"), ("##0.0E+0", "0.0001", "100.0E-6"), ("##0.0E+0", "999.96", "1.0E+3"),
    ("0.00E+00", "0", "0.00E+00"), ("0.0##E+0", "0", "0.0E+0"), ("0E+#", "5", "5E+0"),
    ("000E+00", "12345.67", "012E+03"),
    ("##0.0E-00", "1000", "1.0E03"),
  ]) func scientific(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }
}
