import Foundation
import Testing
import TrackingModel

@Suite struct JSONTextTests {
  @Test(arguments: [
    ("", #""""#), ("中", #""中""#), ("a\"b", #""a\"b""#), (#"\"#, #""\\""#),
    ("\n\r\t", #""\n\r\t""#), ("\0\u{1F}", #""\u0000\u001f""#),
    ("\u{7F}\u{2028}😀", "\"\u{7F}\u{2028}😀\""), ("\"\"", #""\"\"""#),
  ])
  func `characters that may not stand for themselves are escaped`(text: String, json: String) {
    var written = JSONText(.compact)
    written.string(text)
    #expect(written.string == json)
  }

  @Test func `any string comes back from another reader`() throws {
    var scalars = (0..<0x80).compactMap { Unicode.Scalar(UInt32($0)) } + ["中", "é", "😀", "\u{FFFD}"]
    for _ in 0..<50 {
      scalars.shuffle()
      let text = String(String.UnicodeScalarView(scalars))
      var written = JSONText(.compact)
      written.array { $0.string(text) }
      let back = try #require(try JSONSerialization.jsonObject(with: Data(written.bytes)) as? [String])
      #expect(back.map { Array($0.utf8) } == [Array(text.utf8)])
    }
  }

  @Test func `indented text has a member a line`() {
    var written = JSONText()
    written.object {
      $0.member("a", 1)
      $0.key("b")
      $0.array(of: ["x", nil]) { $0.string($1) }
      $0.key("c")
      $0.object { _ in }
    }
    #expect(written.string == "{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    null\n  ],\n  \"c\": {}\n}")
  }
}
