import Testing

@testable import Spreadsheet

/// Numbers laid out in one go, with the renderer that goes figure by figure as their judge.
@Suite struct PlainLayoutTests {
  static let codes = [
    "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.00####", "#.##", "##0.0#", "00000", "000,000.0",
    "\"¥\"#,##0.00",
    "#,##0.00\"元\"", "0.", "#", "#,###", "\\-0.0", "0.0%\" ok\"", "0.000000000000000000",
  ]

  @Test(arguments: codes) func showsWhatTheRendererShows(_ code: String) throws {
    let section = try #require(FormatCode.sections(of: code).first)
    let layout = try #require(PlainLayout(section))
    let renderer = NumberRenderer(section: section)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let figures = Int64.random(in: 0..<1_000_000_000_000_000, using: &random)
      var size: Int64 = 1
      for _ in 0..<Int.random(in: 0...15, using: &random) { size *= 10 }
      let number = ExactNumber(figures / size, exponent: Int.random(in: -25...3, using: &random))
      guard let text = layout.text(of: number, hasMinus: false, zeroHasMinus: true) else { continue }
      #expect(text == renderer.text(of: number), "\(number)")
    }
    for number in [0, 1, 5, 9, 10, 999, 1_000, 999_999].map({ ExactNumber($0) })
      + ["0.5", "0.05", "0.995", "99.995"].compactMap({ ExactNumber($0) })
    {
      #expect(layout.text(of: number, hasMinus: false, zeroHasMinus: true) == renderer.text(of: number), "\(number)")
    }
  }

  @Test(arguments: [
    "General", "@", "0.00E+00", "# ?/?", "yyyy", "[DBNum1]0", "0,", "0.0,", ".00", "0-00", "???0", "0%%", "\"x\"", "",
  ]) func leavesTheRest(_ code: String) throws {
    let section = try #require(FormatCode.sections(of: code).first)
    #expect(PlainLayout(section) == nil)
  }

  @Test(arguments: [
    ("6883.62", "6883.62"), ("-0.5", "-0.5"), ("0.000000001", "0.000000001"), ("12345678901", "12345678901"),
    ("123456789012", "1.23457E+11"), ("0.0000000001", "1E-10"), ("1234567890.5", "1234567891"),
    ("0.333333333333333", "0.333333333"), ("-12345678.9", "-12345678.9"), ("0.1234567891", "0.123456789"),
    ("4.09471180613196E+231", "4.0947E+231"), ("1.23456789E-120", "1.2346E-120"), ("9.99996E+99", "9.99996E+99"),
    ("9.999996E+99", "1E+100"), ("-4.09471180613196E+31", "-4.09471E+31"), ("999999499999", "9.99999E+11"),
    ("999999500000", "1E+12"), ("1E+15", "1E+15"), ("120000000000000", "1.2E+14"), ("123456500000", "1.23457E+11"),
    ("9.99994E-100", "9.9999E-100"), ("9.99995E-100", "1E-99"), ("1.5E-12", "1.5E-12"),
  ]) func generalShowsElevenCharacters(_ number: String, as text: String) throws {
    #expect(GeneralFormat.text(of: try #require(ExactNumber(number))) == text)
  }
}
