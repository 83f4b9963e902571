import Foundation
import Testing

@testable import PageServer

/// The space that an upload reserves while its bytes come: given back however the request ends.
@Suite("Claims of uploads", .timeLimit(.minutes(2)))
struct ClaimTests {
  /// The head of an upload of so many bytes, and the first of them.
  private static func begin(_ server: TestServer, _ session: TestSession, length: Int, sent: Int) async throws -> Wire {
    let wire = try Wire(port: server.port)
    try await wire.send(
      "POST /session/files?name=a.csv HTTP/1.1\r\nHost: \(server.host)\r\nCookie: \(session.cookie)\r\nContent-Length: \(length)\r\n\r\n"
    )
    try await wire.send([UInt8](repeating: 65, count: sent))
    return wire
  }

  @Test func `clients that go away in the middle leave nothing`() async throws {
    try await TestServer.run {
      $0.limits.files = 2
      $0.limits.sessionBytes = 100_000
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      for _ in 0..<6 {
        let wire = try await Self.begin(server, session, length: 60_000, sent: 40_000)
        wire.close()
        try await Task.sleep(for: .milliseconds(200))
      }
      let body = [UInt8](repeating: 65, count: 90_000)
      let large = try await session.ask("POST", "/session/files?name=b.csv", body: body)
      #expect(large.status == 200)
      #expect(try await session.add("甲.csv", Sample.form).count == 1)
    }
  }

  @Test func `a client that goes away while its archive is read leaves no place taken`() async throws {
    try await TestServer.run {
      $0.limits.files = 40
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      var archive = StoredArchiveSample()
      for number in 0..<30 { try archive.add("\(number).csv") }
      let bytes = archive.close()
      let wire = try await Self.begin(server, session, length: bytes.count, sent: 0)
      try await wire.send(bytes)
      // The first lines have come.
      try await Task.sleep(for: .milliseconds(300))
      wire.close()
      try await Task.sleep(for: .seconds(1))
      let here = try await session.ask("GET", "/session").json["files"].array.count
      var added = 0
      while added < 60, try await session.ask("POST", "/session/files?name=b.csv", body: Sample.form).status == 200 {
        added += 1
      }
      #expect(here + added == 40)
    }
  }

  @Test func `two uploads at once have no more space than two in a row`() async throws {
    try await TestServer.run {
      $0.limits.sessionBytes = 100_000
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      let first = try await Self.begin(server, session, length: 70_000, sent: 60_000)
      try await Task.sleep(for: .milliseconds(300))
      let second = try await session.ask("POST", "/session/files", body: [UInt8](repeating: 65, count: 60_000))
      #expect(second.status == 413 && second.rule == "service.session-full")
      try await first.send([UInt8](repeating: 65, count: 10_000))
      #expect(try await first.response().status == 200)
    }
  }
}
