import Testing

@testable import Publishing

@Suite struct XMLBytesTests {
  private func written(_ write: (inout XMLBytes) -> Void) -> String {
    var xml = XMLBytes()
    write(&xml)
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("项目名称", "项目名称"), ("_x0041_", "_x005F_x0041_"), ("a_x00e9_b_x", "a_x005F_x00e9_b_x"), ("_x41_", "_x41_"),
    ("__x0041_", "__x005F_x0041_"), ("_x0041\r", "_x005F_x0041_x000D_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ("a\u{0}b", "a_x0000_b"),
    ("a\rb", "a_x000D_b"), ("a\tb\nc", "a\tb\nc"), ("（一），", "（一），"), ("a<b>&\"c\"", "a&lt;b&gt;&amp;\"c\""),
    ("\u{FFFE}\u{FFFF}", "_xFFFE__xFFFF_"), ("\u{FEFF}é", "\u{FEFF}é"),
  ])
  func whatXMLCannotHoldIsEscaped(text: String, escaped: String) { #expect(written { $0.text(text) } == escaped) }

  @Test func anAttributeKeepsItsLinesAndQuotes() {
    #expect(written { $0.text("甲\n\"乙\"\t", inAttribute: true) } == "甲&#10;&quot;乙&quot;&#9;")
  }

  @Test(arguments: [(0, 0, "A1"), (8, 7, "H9"), (9, 25, "Z10"), (99, 26, "AA100"), (1_048_575, 16_383, "XFD1048576")])
  func aReferenceIsThatOfTheCell(row: Int, column: Int, a1: String) {
    #expect(written { $0.reference(row: row, column: column) } == a1)
  }

  @Test(arguments: [(0, "0"), (7, "7"), (10, "10"), (1200, "1200"), (-3, "-3")])
  func aNumberIsItsDigits(number: Int, digits: String) { #expect(written { $0.number(number) } == digits) }
}
