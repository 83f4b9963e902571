import Testing

@testable import PageServer

/// A form of a browser, in pieces of any size.
@Suite struct MultipartParserTests {
  private static let body = Array(
    "preamble\r\n--b0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b.csv\"\r\nContent-Type: text/csv\r\n\r\n1,2\r\n--b\r\n--c0\r\n\r\n--b0\r\nA: 1\r\n\r\n\r\n--b0--\r\nepilogue"
      .utf8)

  @Test(arguments: [1, 2, 3, 5, 7, 64, 1000])
  func `the parts are the same however they come`(size: Int) throws {
    var parser = try #require(MultipartParser(boundary: "b0"))
    var parts: [(headers: [String: String], content: [UInt8], isWhole: Bool)] = []
    var rest = Self.body[...]
    while !rest.isEmpty {
      try parser.append(rest.prefix(size)) { event in
        switch event {
        case .part(let headers): parts.append((headers, [], false))
        case .content(let bytes): parts[parts.count - 1].content += bytes
        case .partEnd: parts[parts.count - 1].isWhole = true
        }
      }
      rest = rest.dropFirst(size)
    }
    try parser.finish()
    #expect(parts.count == 2 && parts.allSatisfy(\.isWhole))
    #expect(String(decoding: parts[0].content, as: UTF8.self) == "1,2\r\n--b\r\n--c0\r\n")
    let disposition = try #require(parts[0].headers["content-disposition"])
    #expect(MultipartParser.parameter("filename", of: disposition) == "a\"b.csv")
    #expect(MultipartParser.parameter("name", of: disposition) == "file")
    #expect(parts[1].content.isEmpty && parts[1].headers == ["a": "1"])
  }

  @Test func `a body that does not end is told`() throws {
    var parser = try #require(MultipartParser(boundary: "b0"))
    try parser.append(Self.body.prefix(120)) { _ in }
    #expect(throws: MultipartParser.Malformed.self) { try parser.finish() }
  }

  @Test(arguments: [
    ("multipart/form-data; boundary=x", "x"), ("Multipart/Form-Data;charset=utf-8; boundary=\"a b\"", "a b"),
    ("multipart/mixed; boundary=x", nil), ("multipart/form-data", nil), ("text/csv; boundary=x", nil),
  ])
  func `the boundary is in the content type`(type: String, boundary: String?) {
    #expect(MultipartParser.boundary(of: type) == boundary)
  }
}
