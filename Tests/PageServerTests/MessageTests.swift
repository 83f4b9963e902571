import Testing

@testable import PageServer

/// Bodies that are not what they are said to be.
@Suite("Messages that are none", .timeLimit(.minutes(3)))
struct MessageTests {
  @Test func `messages that are none are told`() async throws {
    let cases: [(String, String, Int)] = [
      ("/session/files/1/forms/0/corrections", "{", 400),
      ("/session/files/1/forms/0/corrections", #"{"text":"1"}"#, 400),
      ("/session/files/1/forms/0/corrections", "[]", 400), ("/session/tables", #"{"cells":[]}"#, 422),
      ("/session/tables", #"{"cells":[{"row":-1,"column":0,"text":"x"}]}"#, 422),
      ("/session/tables", #"{"cells":[{"row":0,"column":9223372036854775807,"text":"x"}]}"#, 422),
      ("/session/tables", #"{"cells":[{"row":0,"column":0,"rows":9223372036854775807,"columns":2,"text":"x"}]}"#, 422),
      (
        "/session/tables",
        #"{"cells":[{"row":0,"column":0,"rows":2,"text":"x"},{"row":1,"column":0,"rows":2,"text":"y"}]}"#, 422
      ),
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for (path, body, status) in cases {
        let session = try await server.session()
        _ = try await session.add("甲.csv", Sample.form)
        let response = try await session.ask("POST", path, body: Array(body.utf8))
        #expect(response.status == status && response.rule != nil, "\(response.text)")
      }
    }
  }

  @Test func `a form without a boundary is none`() async throws {
    let cases: [String] = [
      "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
      "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for type in cases {
        let session = try await server.session()
        let response = try await session.ask(
          "POST", "/session/files", body: Sample.form, headers: [("Content-Type", type)])
        #expect(response.status == 415 && response.rule == "service.media-type")
      }
    }
  }

  @Test func `a form that is broken or empty leaves nothing`() async throws {
    let cases: [String] = [
      "no form at all", "--x\r\n\r\nno end", "--x--\r\n", "--x\r\nA: b\r\n\r\nno file\r\n--x--\r\n",
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for body in cases {
        let session = try await server.session()
        let response = try await session.ask(
          "POST", "/session/files", body: Array(body.utf8),
          headers: [("Content-Type", "multipart/form-data; boundary=x")])
        #expect(response.status == 400, "\(response.text)")
        #expect(try await session.ask("GET", "/session").json["files"] == .array([]))
      }
    }
  }
}
