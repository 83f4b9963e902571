import Foundation
import Testing

@testable import Spreadsheet

@Suite struct ExactNumberDoubleTests {
  /// Rounded to 15 digits as the C library rounds, which is exactly.
  private static func byText(_ value: Double) -> ExactNumber? {
    let text = String(format: "%.14e", value)
    return ExactNumber(text)
  }

  @Test func roundsAsTheTextOfTheNumberDoes() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let anything = Double(bitPattern: random.next())
      let usual = Double.random(in: -1e6...1e6, using: &random)
      let small = Double.random(in: -1...1, using: &random) * pow(10, Double(Int.random(in: -14...2, using: &random)))
      let large = usual * pow(10, Double(Int.random(in: 0...12, using: &random)))
      let places = Int.random(in: 0...8, using: &random)
      let rounded = Double(String(format: "%.\(places)f", usual)) ?? 0
      for value in [anything, usual, small, large, rounded] where value.isFinite {
        #expect(ExactNumber(value) == Self.byText(value), "\(value)")
      }
    }
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (0.1 + 0.2, "0.3"), (6883.62, "6883.62"), (-0.0, "0"), (1e15, "1000000000000000"), (0.29, "0.29"),
      (999_999_999_999_999.5, "1000000000000000"), (123_456_789_012_345.6, "123456789012346"),
      (1 / 3, "0.333333333333333"),
      (Double.leastNonzeroMagnitude, "4.94065645841247E-324"),
      (Double.greatestFiniteMagnitude, "1.79769313486232E+308"), (2.5, "2.5"),
      (-48.52, "-48.52"),
      (9.99999999999999e-13, "0.000000000000999999999999999"), (45169.75, "45169.75"),
    ] as [(Double, String)]) func reads(_ value: Double, as text: String)
  {
    #expect(ExactNumber(value)?.description == text)
  }

  @Test func whatIsNoNumberIsNone() {
    for value in [Double.nan, .infinity, -.infinity] { #expect(ExactNumber(value) == nil) }
  }
}
