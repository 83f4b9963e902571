import Testing

@testable import Publishing

@Suite struct XLSXTextTests {
  @Test(arguments: [
    ("项目名称", "项目名称"), ("_x0041_", "_x005F_x0041_"), ("a_x00e9_b_x", "a_x005F_x00e9_b_x"), ("_x41_", "_x41_"),
    ("__x0041_", "__x005F_x0041_"), ("_x0041\r", "_x005F_x0041_x000D_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ("a\u{0}b", "a_x0000_b"), ("a\rb", "a_x000D_b"), ("a\tb\nc", "a\tb\nc"), ("（一），", "（一），"),
    ("\u{FFFE}\u{FFFF}", "_xFFFE__xFFFF_"), ("\u{FEFF}é", "\u{FEFF}é"),
  ])
  func whatXMLCannotHoldIsEscaped(text: String, escaped: String) { #expect(XLSXText.escaped(text) == escaped) }

  @Test(arguments: [
    ("长", 32_767, true), ("长", 32_768, false), ("😀", 16_383, true), ("😀", 16_384, false), ("\u{1}", 4_681, true),
    ("\u{1}", 4_682, false),
  ])
  func aLengthCountsUnitsAsWritten(unit: String, count: Int, fits: Bool) {
    #expect(XLSXText.fits(String(repeating: unit, count: count), XLSXText.maximumLength) == fits)
  }

  @Test(arguments: ["长", "😀", "_x0041_", "\u{1}"]) func aShortenedTextFits(unit: String) {
    let short = XLSXText.shortened(String(repeating: unit, count: 40_000), to: XLSXText.maximumLength)
    #expect(XLSXText.fits(short, XLSXText.maximumLength))
    #expect(short.hasSuffix("…"))
  }
}
