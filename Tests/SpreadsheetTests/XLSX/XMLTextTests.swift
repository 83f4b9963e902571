import Testing

@testable import Spreadsheet

@Suite struct XMLTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a&amp;b", "a&b"), ("&lt;&gt;&quot;&apos;", "<>\"'"), ("&#65;&#x42;", "AB"),
    ("&#x1F600;", "😀"),
    ("a\r\nb\rc\n", "a\nb\nc\n"), ("&#13;", "\r"), ("&unknown;", "&unknown;"), ("&", "&"), ("&#0;", "&#0;"),
    ("&#xD800;", "&#xD800;"),
    ("&#x110000;", "&#x110000;"), ("&#9999999999;", "&#9999999999;"), ("&#x;", "&#x;"), ("&#;", "&#;"),
    ("&#-1;", "&#-1;"), ("&#+1;", "&#+1;"), ("中&#20013;", "中中"),
  ]) func resolves(_ raw: String, to expected: String) {
    var bytes: [UInt8] = []
    Array(raw.utf8).withUnsafeBufferPointer { XMLText.append($0, to: &bytes) }
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\tb\nc", "a b c"), ("a\r\nb\rc", "a b c"), ("a&#9;b&#10;", "a\tb\n"), ("&amp;\t&lt;", "& <"),
    ("", ""),
  ]) func resolvesAttributes(_ raw: String, to expected: String) {
    #expect(Array(raw.utf8).withUnsafeBufferPointer { XMLText.attributeValue($0) } == expected)
  }

  @Test func quotesWholeCharacters() {
    let long = Array(String(repeating: "执行", count: 50).utf8)
    #expect(long.withUnsafeBufferPointer { XMLText.quotation(of: $0) } == String(repeating: "执行", count: 20))
    #expect(Array("😀1".utf8).withUnsafeBufferPointer { XMLText.quotation(of: $0) } == "😀1")
  }

  @Test(arguments: [
    ("_x000D_", "\r"), ("a_x0041_b", "aAb"), ("_x005F_x0041_", "_x0041_"), ("_xD83D__xDE00_", "😀"),
    ("_xD83D_", "_xD83D_"),
    ("_x0000_", "_x0000_"), ("_x00_", "_x00_"), ("_x004_", "_x004_"), ("__x0041__", "_A_"), ("_x4e2d_", "中"),
    ("_x0041", "_x0041"),
  ]) func resolvesEscapes(_ written: String, to expected: String) {
    var bytes = Array(written.utf8)
    EscapedString.resolve(&bytes, from: 0)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }
}
