import Conversion
import Foundation
import Testing

@testable import PageServer

/// Who is not answered, and what is too much.
@Suite("Strangers and limits", .timeLimit(.minutes(3)))
struct RefusalTests {
  // MARK: Where a request comes from

  @Test func `a name that is not the server's is not answered, as DNS rebinding would need`() async throws {
    let cases: [String] = [
      "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "10.0.0.1", "", "localhost.evil.example",
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for host in cases {
        let response = try await server.ask("GET", "/", host: host)
        #expect(response.status == 421 || response.status == 400, "\(response.status)")
        #expect(try await server.ask("POST", "/api/convert", body: Sample.form, host: host).status != 200)
      }
    }
  }

  @Test func `names of this machine are answered`() async throws {
    let cases: [String] = [
      "127.0.0.1", "localhost", "[::1]", "LOCALHOST",
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for host in cases {
        let response = try await server.ask("GET", "/", host: "\(host):\(server.port)")
        #expect(response.status == 200)
      }
    }
  }

  @Test func `a name that is added is answered`() async throws {
    try await TestServer.run {
      $0.hostNames = ["Forms.Bureau.example"]
    } _: { (server: TestServer) async throws in
      #expect(try await server.ask("GET", "/", host: "forms.bureau.example").status == 200)
      #expect(try await server.ask("GET", "/", host: "other.bureau.example").status == 421)
    }
  }

  @Test func `no other site can post`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      for origin in ["http://evil.example", "null", "http://127.0.0.1:1", "https://localhost"] {
        let response = try await session.ask("POST", "/session/files", body: Sample.form, headers: [("Origin", origin)])
        #expect(response.status == 403 && response.rule == "service.origin", "\(origin)")
        #expect(
          try await server.ask("POST", "/api/convert", body: Sample.form, headers: [("Origin", origin)]).status == 403)
      }
      for site in ["cross-site", "same-site"] {
        #expect(try await session.ask("GET", "/session", headers: [("Sec-Fetch-Site", site)]).status == 403)
      }
      #expect(try await server.ask("GET", "/", headers: [("Sec-Fetch-Site", "cross-site")]).status == 200)
      let own = [("Origin", "http://\(server.host)"), ("Sec-Fetch-Site", "same-origin")]
      #expect(try await session.ask("POST", "/session/files", body: Sample.form, headers: own).status == 200)
    }
  }

  // MARK: Tokens

  @Test func `where a token is asked for, nothing is done without it`() async throws {
    let token = "0123456789abcdef"
    try await TestServer.run {
      $0.token = token
    } _: { (server: TestServer) async throws in
      #expect(try await server.ask("GET", "/").status == 200)
      #expect(try await server.ask("POST", "/session").rule == "service.token")
      #expect(
        try await server.ask("POST", "/session", body: Array(#"{"token":"0123456789abcdeF"}"#.utf8)).status == 401)
      #expect(try await server.ask("POST", "/session", body: Array(#"{"token":"\#(token)"}"#.utf8)).status == 201)
      #expect(try await server.ask("POST", "/api/convert", body: Sample.form).status == 401)
      #expect(try await server.ask("POST", "/api/check", body: Sample.form).status == 401)
      for (given, status) in [(token, 200), (token + "x", 401), ("", 401)] {
        let headers = [("Authorization", "Bearer " + given)]
        #expect(try await server.ask("POST", "/api/convert", body: Sample.form, headers: headers).status == status)
      }
    }
  }

  @Test func `a token file has to hold one`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("token")
    for (content, isGood) in [
      ("0123456789abcdef\n", true), ("0123456789abcde", false), ("", false), ("0123456789 abcdef", false),
      ("密码密码密码密码密码密码", false),
    ] {
      try Data(content.utf8).write(to: file)
      #expect(((try? ServeSettings.token(in: file.path)) != nil) == isGood, "\(content)")
    }
    #expect((try? ServeSettings.token(in: folder.path + "/nothing")) == nil)
  }

  // MARK: Too much

  @Test func `a request that is too large is refused, whether it says so or not`() async throws {
    try await TestServer.run {
      $0.limits.requestBytes = 10_000
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      let large = [UInt8](repeating: 65, count: 20_000)
      for path in ["/session/files", "/api/convert", "/api/check"] {
        let response = try await session.ask("POST", path, body: large)
        #expect(response.status == 413 && response.rule == "service.request-too-large", "\(path)")
      }
      let wire = try Wire(port: server.port)
      try await wire.send(
        "POST /session/files HTTP/1.1\r\nHost: \(server.host)\r\nCookie: \(session.cookie)\r\nTransfer-Encoding: chunked\r\n\r\n"
      )
      try await wire.send(Array("4e20\r\n".utf8) + large)
      #expect(try await wire.response().status == 413)
      #expect(try await session.ask("GET", "/session").json["files"] == .array([]))
    }
  }

  @Test func `messages are small`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      _ = try await session.add("甲.csv", Sample.form)
      #expect(try await session.correct(1, 0, "goals.actual", String(repeating: "长", count: 400_000)).status == 413)
    }
  }

  @Test func `a session has room for so many files and bytes`() async throws {
    try await TestServer.run {
      $0.limits.files = 2
      $0.limits.sessionBytes = 3000
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      _ = try await session.add("1.csv", Sample.form)
      _ = try await session.add("2.csv", Sample.form)
      let third = try await session.ask("POST", "/session/files", body: Sample.form)
      #expect(third.status == 413 && third.rule == "service.too-many-files")
      #expect(try await session.ask("DELETE", "/session/files/1").status == 204)
      let large = try await session.ask("POST", "/session/files", body: [UInt8](repeating: 65, count: 2900))
      #expect(large.status == 413 && large.rule == "service.session-full")
      #expect(try await session.add("3.csv", Sample.form).count == 1)
    }
  }

  @Test func `an archive takes no more room than there is`() async throws {
    try await TestServer.run {
      $0.limits.files = 3
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      var archive = StoredArchive()
      for number in 0..<6 { try archive.add(Sample.form, named: "\(number).csv") }
      let lines = try await session.add("箱.zip", archive.close())
      #expect(lines.filter { $0["outcome"].string == "done" }.count <= 3)
      #expect(try await session.ask("GET", "/session").status == 200)
    }
  }

  @Test func `a file with more forms than a page takes is refused with what to do`() async throws {
    try await TestServer.run {
      $0.limits.formsPerFile = 1
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      let lines = try await session.add("two.tsv", try Sample.fixture("seeds/two-forms.tsv"))
      let finding = lines[0]["findings"][0]
      #expect(lines[0]["outcome"].string == "refused" && finding["rule"].string == "service.too-many-forms")
    }
  }

  @Test func `there are so many sessions, and those that nobody uses make room`() async throws {
    try await TestServer.run {
      $0.limits.sessions = 2
      $0.limits.idleSeconds = 3
    } _: { (server: TestServer) async throws in
      let first = try await server.session()
      _ = try await server.session()
      let third = try await server.ask("POST", "/session")
      #expect(third.status == 503 && third.rule == "service.too-many-sessions")
      try await Task.sleep(for: .seconds(3.3))
      #expect(try await server.ask("POST", "/session").status == 201)
      #expect(try await first.ask("GET", "/session").rule == "service.no-session")
    }
  }

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
