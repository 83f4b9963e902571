import Conversion
import Testing

@testable import PageServer

/// What is too much.
@Suite("Limits", .timeLimit(.minutes(3)))
struct LimitTests {
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

  @Test func `a session takes so many files and bytes`() async throws {
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

  @Test func `no more files of an archive are read than a session takes`() async throws {
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

  @Test func `there are so many sessions, and those that nobody uses end`() async throws {
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
}
