import Testing

@testable import Conversion

@Suite("JSON by its first signs")
struct InputBytesTests {
  @Test(arguments: [
    "{", "{}", " \r\n{\"schema\":\"tracktable/1\"", "\u{FEFF}{\"forms\":[", "[", "[]", "[ {\"title\":null}]", "[\"a\"]",
    "{ schema: 1 }",
  ]) func `an object or an array is JSON, cut off or wrong as it may be`(text: String) throws {
    #expect(try InputBytes(.bytes(Array(text.utf8))).isJSON)
  }

  @Test(arguments: [
    "[105]教育部,219-某某局\n", "[表一],项目名称\n", "{\\rtf1\\ansi}", "  {\\rtf1}", "{\"url\":\"https://a.b/c\"}",
    "项目名称,{甲}\n", "\"[1]\",2\n",
  ]) func `a code or a heading in brackets, rich text and a link are not`(text: String) throws {
    #expect(try !InputBytes(.bytes(Array(text.utf8))).isJSON)
  }
}
