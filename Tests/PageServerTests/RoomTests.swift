import Foundation
import Testing

@testable import PageServer

/// The room of a session and of the machine: taken as bytes come, given back with what lies there.
@Suite("Room for files", .timeLimit(.minutes(2)))
struct RoomTests {
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

  @Test func `two uploads at once have no more room than two in a row`() async throws {
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

  @Test func `all sessions together have so much room, and what is removed makes some`() async throws {
    try await TestServer.run {
      $0.limits.storedBytes = 100_000
    } _: { (server: TestServer) async throws in
      let body = [UInt8](repeating: 65, count: 60_000)
      let first = try await server.session()
      let second = try await server.session()
      #expect(try await first.ask("POST", "/session/files", body: body).status == 200)
      for path in ["/session/files", "/api/convert"] {
        let response = try await second.ask("POST", path, body: body)
        #expect(response.status == 503 && response.rule == "service.no-room", "\(response.text)")
      }
      #expect(try await first.ask("DELETE", "/session/files/1").status == 204)
      #expect(try await second.ask("POST", "/session/files", body: body).status == 200)
      #expect(try await second.ask("DELETE", "/session").status == 204)
      for _ in 0..<3 { #expect(try await server.ask("POST", "/api/check", body: body).status == 200) }
    }
  }

  @Test func `files stand in the places that they were given`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      for (name, place) in [("丙", 3), ("甲", 1), ("乙", 2)] {
        let path = "/session/files?name=\(name).csv&place=\(place)".addingPercentEncoding(
          withAllowedCharacters: .urlQueryAllowed)
        #expect(try await session.ask("POST", path ?? "", body: Sample.form).status == 200)
      }
      let list = try await session.ask("GET", "/session").json["files"].array
      #expect(list.map(\.["name"].string) == ["甲.csv", "乙.csv", "丙.csv"] && list.map(\.["place"].int) == [1, 2, 3])
      let forms = try await session.ask("GET", "/session/outputs/json").json["forms"].array
      #expect(forms.map(\.["source"]["file"].string) == ["甲.csv", "乙.csv", "丙.csv"])
      for wrong in ["x", "-1", "99999999999"] {
        #expect(try await session.ask("POST", "/session/files?place=\(wrong)", body: Sample.form).status == 400)
      }
    }
  }

  @Test func `values typed over at the same time all stand`() async throws {
    try await TestServer.run {
      $0.workers = 2
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      _ = try await session.add("河道.csv", Sample.form)
      let fields = [
        "budget.total.initialBudget", "budget.total.periodBudget", "budget.total.periodExpenditure",
        "budget.currentYearAppropriation.initialBudget", "budget.currentYearAppropriation.periodBudget",
      ]
      try await withThrowingTaskGroup(of: Int.self) { group in
        for field in fields { group.addTask { try await session.correct(1, 0, field, "7").status } }
        for try await status in group { #expect(status == 200) }
      }
      let view = try await session.ask("GET", "/session/files/1/forms/0").json
      #expect(Set(view["typed"].array.compactMap { $0["field"].string }) == Set(fields))
    }
  }
}
