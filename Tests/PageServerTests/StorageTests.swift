import Testing

@testable import PageServer

/// The bytes that the files of all sessions may take together.
@Suite("Storage", .timeLimit(.minutes(2)))
struct StorageTests {
  @Test func `what was reserved has to be released before it is reserved again`() {
    let storage = Storage(limit: 10)
    #expect(storage.reserve(6) && !storage.reserve(5) && storage.reserve(4) && !storage.reserve(1))
    storage.release(6)
    #expect(storage.reserve(6) && !storage.reserve(1))
  }

  @Test func `all sessions together have so many bytes, and removing a file releases its own`() async throws {
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
}
