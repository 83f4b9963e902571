import Foundation
import Testing

@testable import PageServer

/// Clients that keep a server waiting, lie about what they send, or go away.
@Suite("Clients that misbehave", .timeLimit(.minutes(3)))
struct HostileClientTests {
  @Test func `a head that trickles in is cut off, and others are answered meanwhile`() async throws {
    try await TestServer.run {
      $0.limits.headSeconds = 1
    } _: { (server: TestServer) async throws in
      let slow = try (0..<20).map { _ in try Wire(port: server.port) }
      for wire in slow { try await wire.send("GET / HT") }
      try await Task.sleep(for: .seconds(1))
      for wire in slow { try? await wire.send("TP/1.1\r\nX: ") }
      #expect(try await server.ask("GET", "/").status == 200)
      for wire in slow { #expect(try await wire.ends(within: 10)) }
    }
  }

  @Test func `a connection without a request ends`() async throws {
    try await TestServer.run {
      $0.limits.headSeconds = 0.5
    } _: { (server: TestServer) async throws in
      let wire = try Wire(port: server.port)
      #expect(try await wire.ends(within: 10))
      // One that has been answered waits for its next request no longer.
      let kept = try Wire(port: server.port)
      try await kept.send("GET / HTTP/1.1\r\nHost: \(server.host)\r\n\r\n")
      #expect(try await kept.response().status == 200)
      #expect(try await kept.ends(within: 10))
    }
  }

  @Test func `a connection ends while a worker runs that was started after it`() async throws {
    try await TestServer.run {
      $0.limits.headSeconds = 3
    } _: { (server: TestServer) async throws in
      let unused = try Wire(port: server.port)
      let kept = try Wire(port: server.port)
      try await kept.send("GET / HTTP/1.1\r\nHost: \(server.host)\r\n\r\n")
      #expect(try await kept.response().status == 200)
      let session = try await server.session()
      #expect(try await session.add("甲.csv", Sample.form).count == 1, "by a worker that is kept")
      #expect(try await unused.ends(within: 10))
      #expect(try await kept.ends(within: 10))
    }
  }

  @Test func `a body that trickles in is told so and cut off`() async throws {
    try await TestServer.run {
      $0.limits.graceSeconds = 1
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      let wire = try Wire(port: server.port)
      try await wire.send(
        "POST /session/files HTTP/1.1\r\nHost: \(server.host)\r\nCookie: \(session.cookie)\r\nContent-Length: 100000\r\n\r\n"
      )
      for _ in 0..<3 {
        try? await wire.send("x")
        try await Task.sleep(for: .seconds(0.3))
      }
      #expect(try await wire.response().status == 408)
      #expect(try await wire.ends(within: 10))
      #expect(try await session.ask("GET", "/session").json["files"] == .array([]))
    }
  }

  @Test func `a body without an end is refused and cut off`() async throws {
    try await TestServer.run {
      $0.limits.requestBytes = 1 << 20
    } _: { (server: TestServer) async throws in
      let session = try await server.session()
      let wire = try Wire(port: server.port)
      try await wire.send(
        "POST /session/files HTTP/1.1\r\nHost: \(server.host)\r\nCookie: \(session.cookie)\r\nTransfer-Encoding: chunked\r\n\r\n"
      )
      let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 65, count: 65_536) + [13, 10]
      var sent = 0
      while sent < 400, (try? await wire.send(chunk)) != nil { sent += 1 }
      #expect(sent < 400, "the server takes no more")
      #expect(try await session.ask("GET", "/session").json["files"] == .array([]))
    }
  }

  @Test func `a wrong length is a bad request`() async throws {
    let cases: [String] = [
      "Content-Length: -1", "Content-Length: x", "Content-Length: 5\r\nContent-Length: 6",
      "Content-Length: 99999999999999999999", "Transfer-Encoding: nonsense",
      "Content-Length: 5\r\nTransfer-Encoding: chunked",
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for headers in cases {
        let wire = try Wire(port: server.port)
        try await wire.send("POST /api/check HTTP/1.1\r\nHost: \(server.host)\r\n\(headers)\r\n\r\nhello")
        let status = (try? await wire.response().status) ?? 0
        #expect([0, 400, 413].contains(status), "\(status)")
        #expect(try await server.ask("GET", "/").status == 200)
      }
    }
  }

  @Test func `a body shorter than it says, and then the end of the client`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      let wire = try Wire(port: server.port)
      try await wire.send(
        "POST /session/files HTTP/1.1\r\nHost: \(server.host)\r\nCookie: \(session.cookie)\r\nContent-Length: 1000\r\n\r\nshort"
      )
      wire.close()
      try await Task.sleep(for: .seconds(0.5))
      #expect(try await session.ask("GET", "/session").json["files"] == .array([]))
      #expect(try await session.add("甲.csv", Sample.form).count == 1)
    }
  }

  @Test func `what is no HTTP does no harm`() async throws {
    let cases: [String] = [
      "\u{0}\u{1}garbage", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for bytes in cases {
        let wire = try Wire(port: server.port)
        try await wire.send(bytes)
        let status = (try? await wire.response().status) ?? 0
        #expect([0, 400, 404, 421, 505].contains(status), "\(status)")
        #expect(try await server.ask("GET", "/").status == 200)
      }
    }
  }

  @Test func `a name leads nowhere and is shown as it is`() async throws {
    let cases: [(String, String)] = [
      ("../../../etc/passwd.csv", "etc/passwd.csv"), ("C:\\报送\\甲.csv", "C:/报送/甲.csv"), ("/甲.csv", "甲.csv"),
      ("<img src=x onerror=alert(1)>.csv", "<img src=x onerror=alert(1)>.csv"), ("\u{202E}vsc.exe.csv", "vsc.exe.csv"),
      ("", "upload"), ("..", "upload"),
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for (name, shown) in cases {
        let session = try await server.session()
        let lines = try await session.add(name, Sample.form)
        #expect(lines[0]["name"].string == shown)
        let taken = try await session.ask("GET", "/session/outputs/forms")
        let disposition = try #require(taken["content-disposition"])
        #expect(taken.status == 200 && !disposition.contains("..") && !disposition.contains("<"))
      }
    }
  }

  @Test func `texts that are markup come back as texts, under a type that is none`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let session = try await server.session()
      let script = "<script>alert(1)</script>"
      let text = String(decoding: Sample.form, as: UTF8.self).replacingOccurrences(of: "河道整治", with: script)
      _ = try await session.add("x.csv", Array(text.utf8))
      let view = try await session.ask("GET", "/session/files/1/forms/0")
      #expect(view["content-type"] == "application/json" && view.json["project"].string == script)
      let page = try await session.ask("GET", "/session/outputs/corrections-page")
      #expect(!page.text.contains(script) && page.text.contains("&lt;script"))
      #expect(page["content-disposition"]?.hasPrefix("attachment") == true)
    }
  }
}
