import Testing

@testable import Spreadsheet

/// What fixtures/xlsx does not show: properties of formats, and codes that are no good.
@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("0.00%", true), ("0%", true), (#"0.00"%""#, false), (#"0.00\%"#, false), ("0.00", false),
    ("[Red]0.0%;-0.0%", true),
  ]) func percent(_ code: String, _ isPercent: Bool) {
    #expect(NumberFormat(code).isPercent == isPercent)
  }

  @Test(arguments: [
    ("yyyy/m/d", true), ("h:mm", true), ("[h]:mm:ss", true), ("[$-804]aaaa", true), ("上午/下午h时", true),
    ("mm:ss.0", true),
    ("0.00", false), (#"0.00"days""#, false), (#"0\d"#, false), ("[Red]0.00", false), ("[$yuan-804]0", false),
    ("0.00E+00", false),
    ("General", false), ("@", false), ("#,##0_);[Red](#,##0)", false), ("[DBNum1]0", false), ("# ?/?", false),
  ]) func date(_ code: String, _ isDate: Bool) {
    #expect(NumberFormat(code).isDate == isDate)
  }

  @Test(arguments: [
    ("", "5", ""), ("\"", "5", ""), ("[", "5", ""), ("\\", "5", ""), ("0.00;;", "-5", ""), ("@", "5", "5"),
    ("0;0;0;0;0", "7", "7"),
    ("0/0", "1.5", "3/2"), ("?/0", "1.5", "3/2"), ("/", "5", "/"), ("0E+", "5", "5E+"), (".", "1.5", "2."),
    ("[<]0", "5", "5"),
    ("#,#,#", "1234567", "1,234,567"), ("%%0", "1", "%%10000"),
    ("[h]", "1E+20", "1E+20"), ("0.0000000000000000000000000", "1", "1.0000000000000000000000000"),
  ]) func anyCodeShowsSomething(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  /// Excel fills the cell with # in the widest column; the plain number says more.
  @Test(arguments: [
    (String(repeating: "0", count: 255), "7", String(repeating: "0", count: 254) + "7"),
    (String(repeating: "0", count: 256), "7", "7"),
    (String(repeating: "?", count: 200) + String(repeating: "0", count: 56), "7", "7"),
    ("[DBNum1]" + String(repeating: "0", count: 300), "-7.5", "-7.5"),
    (#"0""# + String(repeating: "元", count: 254) + #"""#, "7", "7" + String(repeating: "元", count: 254)),
    (#"0""# + String(repeating: "元", count: 255) + #"""#, "7", "7"),
    ("0;" + String(repeating: "0", count: 300), "7", "7"), ("0;" + String(repeating: "0", count: 300), "-7", "-7"),
    (String(repeating: "#", count: 300), "7", "7"),
  ]) func whatIsTooWideForEveryColumnIsAPlainNumber(_ code: String, _ number: String, _ expected: String) throws {
    #expect(NumberFormat(code).text(of: try #require(ExactNumber(number))) == expected)
  }

  @Test func aTextUnderAFormatTooWideForEveryColumnIsItself() {
    let code = #"@""# + String(repeating: "元", count: 255) + #"""#
    #expect(NumberFormat(code).text(of: "甲") == "甲")
  }

  /// The rate of the form: stored as a fraction under a percent format, or as a percentage under a literal sign.
  @Test func percentDividesOut() throws {
    let stored = try #require(ExactNumber("0.4852"))
    #expect(NumberFormat("0.00%").text(of: stored) == "48.52%")
    #expect(NumberFormat(#"0.00"%""#).text(of: stored) == "0.49%")
  }

  @Test func roundsHalvesAwayFromZero() throws {
    let format = NumberFormat("0.00")
    for (number, text) in [
      ("0.005", "0.01"), ("0.015", "0.02"), ("-0.005", "-0.01"), ("9.995", "10.00"), ("0.004999", "0.00"),
    ] {
      #expect(format.text(of: try #require(ExactNumber(number))) == text)
    }
  }
}
