import Findings
import Testing

@testable import Spreadsheet

/// The short cut through shared strings takes what needs no resolving, and nothing else.
@Suite struct PlainStringTests {
  @Test(arguments: [
    ("<si><t>a</t></si>", "a"), ("<si><t>预算 数</t></si><si>", "预算 数"), ("<si><t>a_b</t></si>", "a_b"),
    ("<si><t>a>b</t></si>", "a>b"), ("<si><t>_</t></si>", "_"),
  ]) func takes(_ text: String, as expected: String) { #expect(Self.read(text) == expected) }

  @Test(arguments: [
    "<si><t></t></si>", "<si><t> a</t></si>", "<si><t>a\n</t></si>", "<si><t>a&amp;b</t></si>",
    "<si><t>_x000D_</t></si>",
    "<si><t>a\r\nb</t></si>", "<si><t>a</t><rPh/></si>", "<si><t xml:space=\"preserve\">a</t></si>", "<si><t>a</t></s",
    "<si><t>a\0</t></si>", "<si><r><t>a</t></r></si>", "<si/>", "",
  ]) func leaves(_ text: String) { #expect(Self.read(text) == nil) }

  private static func read(_ text: String) -> String? {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: XMLCursor.padding)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { PlainString(at: $0) }.map { String(decoding: $0.text, as: UTF8.self) }
    }
  }
}
