import Foundation
import Testing

@testable import PageServer

/// Who is not answered.
@Suite("Strangers", .timeLimit(.minutes(3)))
struct StrangerTests {
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
}
