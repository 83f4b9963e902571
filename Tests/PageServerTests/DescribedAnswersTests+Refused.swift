import Foundation
import Testing

@testable import PageServer

extension DescribedAnswersTests {
  /// Who comes from elsewhere, has no session, or asks for what no address knows.
  func strangers(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record) { server, record in
      for operation in record.operations {
        let (method, path) = (operation.method, operation.address)
        let body: [UInt8]? = method == "POST" ? [] : nil
        let other = try await server.ask(method, path, body: body, host: "evil.example")
        record.add(other, to: operation, expecting: 421)
        let site = try await server.ask(method, path, body: body, headers: [("Origin", "http://evil.example")])
        record.add(site, to: operation, expecting: 403)
        let unknown = try await server.ask(method, path + "?nothing=1", body: body)
        record.add(unknown, to: operation, expecting: 400)
        if record.needsSession(operation), path != "/session" || method == "GET" {
          record.add(try await server.ask(method, path, body: body), to: operation, expecting: 401)
        }
      }
    }
  }

  func wrongMessages(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record) { server, record in
      let session = try await server.session()
      for operation in record.operations where operation.method == "POST" {
        let isForm = record.knows(415, of: operation)
        let headers = isForm ? [("Content-Type", "multipart/form-data")] : []
        let response = try await session.ask("POST", operation.address, body: Array("{".utf8), headers: headers)
        record.add(response, to: operation, expecting: isForm ? 415 : 400)
      }
    }
  }

  func tooMuch(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record) { server, record in
      let session = try await server.session()
      for operation in record.operations where operation.method == "POST" {
        let wire = try Wire(port: server.port)
        try await wire.send(Self.head(operation, server, session, length: 100_000_000))
        record.add(try await wire.response(), to: operation, expecting: 413)
      }
    }
  }

  func tooSlow(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record, { $0.limits.graceSeconds = 0.1 }) { server, record in
      let session = try await server.session()
      var waiting: [(Operation, Wire)] = []
      for operation in record.operations where operation.method == "POST" {
        let wire = try Wire(port: server.port)
        try await wire.send(Self.head(operation, server, session, length: 10_000))
        waiting.append((operation, wire))
      }
      for (operation, wire) in waiting { record.add(try await wire.response(), to: operation, expecting: 408) }
    }
  }

  private static func head(
    _ operation: Operation, _ server: TestServer, _ session: TestSession, length: Int
  ) -> String {
    "POST \(operation.address) HTTP/1.1\r\nHost: \(server.host)\r\nCookie: \(session.cookie)\r\nContent-Length: \(length)\r\n\r\n"
  }

  func withoutToken(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record, { $0.token = "0123456789abcdef" }) { server, record in
      for path in ["/session", "/api/convert", "/api/check"] {
        record.add(try await server.ask("POST", path), to: .init(path: path, method: "POST"), expecting: 401)
      }
    }
  }

  func full(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(
      record,
      {
        $0.limits.sessions = 1
        $0.limits.storedBytes = 10
      }
    ) { server, record in
      let session = try await server.session()
      let table = Array(#"{"cells":[{"row":0,"column":0,"text":"项目名称"}]}"#.utf8)
      for operation in record.operations where operation.method == "POST" && record.knows(503, of: operation) {
        let body = operation.path == "/session" ? [] : operation.path == "/session/tables" ? table : Sample.form
        record.add(try await session.ask("POST", operation.address, body: body), to: operation, expecting: 503)
      }
    }
  }

  /// The folder of the server is gone.
  func failing(_ record: AnswerRecord) async throws -> AnswerRecord {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await collect(record, { $0.folder = folder.path }) { server, record in
      let session = try await server.session()
      for entry in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
        try FileManager.default.removeItem(at: entry)
      }
      for operation in record.operations where operation.method == "POST" && record.knows(500, of: operation) {
        let body = operation.path == "/session" ? [] : Sample.form
        record.add(try await session.ask("POST", operation.address, body: body), to: operation, expecting: 500)
      }
    }
  }

  func withoutWorkers(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record, { $0.workerCommand = ["/bin/false"] }) { server, record in
      record.add(try await server.ask("GET", "/template"), to: .init(path: "/template", method: "GET"), expecting: 500)
      let check = Operation(path: "/api/check", method: "POST")
      record.add(try await server.ask("POST", "/api/check", body: Sample.form), to: check, expecting: 422)
    }
  }
}
