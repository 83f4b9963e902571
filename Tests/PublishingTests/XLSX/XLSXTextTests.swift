import Testing

@testable import Publishing

@Suite struct XLSXTextTests {
  @Test(arguments: [
    ("项目名称", "项目名称"), ("_x0041_", "_x005F_x0041_"), ("a_x00e9_b_x", "a_x005F_x00e9_b_x"), ("_x41_", "_x41_"),
    ("__x0041_", "__x005F_x0041_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("a\u{0}b", "a_x0000_b"),
    ("a\rb", "a_x000D_b"), ("a\tb\nc", "a\tb\nc"),
    ("\u{FFFE}\u{FFFF}", "_xFFFE__xFFFF_"), ("\u{FEFF}é", "\u{FEFF}é"),
  ])
  func whatXMLCannotHoldIsEscaped(text: String, escaped: String) { #expect(XLSXText.escaped(text) == escaped) }
}
