import Conversion
import Foundation
import Testing

@testable import PageServer

/// The server against its OpenAPI description: what is described is what it does, and all that it does.
@Suite("What the description says", .timeLimit(.minutes(3)))
struct DescribedAnswersTests {
  private typealias Operation = AnswerRecord.Operation

  @Test func `every status, type and property that is described is seen, and no other`() async throws {
    var record = AnswerRecord(JSONValue(try #require(PageFiles.byName["openapi.json"]).bytes))
    for provoke in [strangers, done, wrongMessages, tooMuch, tooSlow, withoutToken, full, failing, withoutWorkers] {
      record = try await provoke(record)
    }
    let answered = ["Bilingual", "Finding", "Problem", "Counts", "Summary", "Files", "FormView", "Corrected", "Line"]
    #expect(record.unseen(of: answered) == [])
  }

  @Test func `the addresses take the parameters that are described, and no other`() throws {
    let record = AnswerRecord(JSONValue(try #require(PageFiles.byName["openapi.json"]).bytes))
    for operation in record.operations {
      let route = try #require(Route(path: operation.address))
      #expect(route.parameters == record.queryParameters(of: operation), "\(operation)")
    }
  }

  @Test func `the limits of a pasted table are those of the server`() throws {
    let cells = JSONValue(try #require(PageFiles.byName["openapi.json"]).bytes)["components"]["schemas"]["Table"][
      "properties"]["cells"]
    #expect(cells["maxItems"].int == PastedTable.mostCells)
    let cell = cells["items"]["properties"]
    #expect(
      cell["row"]["maximum"].int == PastedTable.mostRows - 1 && cell["rows"]["maximum"].int == PastedTable.mostRows)
    #expect(cell["column"]["maximum"].int == PastedTable.mostColumns - 1)
    #expect(cell["columns"]["maximum"].int == PastedTable.mostColumns)
  }

  // MARK: What is done

  private func collect(
    _ record: AnswerRecord, _ change: @escaping (inout ServeSettings) -> Void = { _ in },
    _ body: @escaping @Sendable (TestServer, inout AnswerRecord) async throws -> Void
  ) async throws -> AnswerRecord {
    let kept = Kept(record)
    try await TestServer.run(change) { server in try await kept.change { try await body(server, &$0) } }
    return await kept.record
  }

  /// Who comes from elsewhere, has no session, or asks for what no address knows.
  private func strangers(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record) { server, record in
      for operation in record.operations {
        let (method, path) = (operation.method, operation.address)
        let body: [UInt8]? = method == "POST" ? [] : nil
        let other = try await server.ask(method, path, body: body, host: "evil.example")
        record.note(other, to: operation, expecting: 421)
        let site = try await server.ask(method, path, body: body, headers: [("Origin", "http://evil.example")])
        record.note(site, to: operation, expecting: 403)
        let unknown = try await server.ask(method, path + "?nothing=1", body: body)
        record.note(unknown, to: operation, expecting: 400)
        if record.needsSession(operation), path != "/session" || method == "GET" {
          record.note(try await server.ask(method, path, body: body), to: operation, expecting: 401)
        }
      }
    }
  }

  private func done(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record) { server, record in
      let opened = try await server.ask("POST", "/session")
      record.note(opened, to: .init(path: "/session", method: "POST"), expecting: 201)
      let cookie = String(try #require(opened["set-cookie"]).split(separator: ";")[0])
      let session = TestSession(server: server, cookie: cookie)
      let take = Operation(path: "/session/outputs/{output}", method: "GET")
      record.note(try await session.ask("GET", "/session/outputs/forms"), to: take, expecting: 409)

      let files = Operation(path: "/session/files", method: "POST")
      let book = try Sample.fixture("gallery/labels-above-values.xlsx")
      record.note(try await session.ask("POST", "/session/files?name=a.xlsx", body: book), to: files, expecting: 200)
      var archive = StoredArchiveSample()
      try archive.add("../b.csv")
      try archive.add("c.csv")
      let packed = try await session.ask("POST", "/session/files?name=b.zip&lang=en", body: archive.close())
      record.note(packed, to: files, expecting: 200)
      let table = Array(
        #"{"cells":[{"row":0,"column":0,"rows":1,"columns":2,"text":"项目名称"},{"row":0,"column":2,"text":"甲"},{"row":1,"column":0,"text":"年度资金总额"},{"row":1,"column":2,"text":"5"}]}"#
          .utf8)
      let tables = Operation(path: "/session/tables", method: "POST")
      record.note(
        try await session.ask("POST", "/session/tables?name=t&place=9", body: table), to: tables, expecting: 200)
      record.note(
        try await session.ask("POST", "/session/tables", body: Array(#"{"cells":[]}"#.utf8)), to: tables, expecting: 422
      )

      let list = Operation(path: "/session", method: "GET")
      record.note(try await session.ask("GET", "/session"), to: list, expecting: 200)
      let form = Operation(path: "/session/files/{file}/forms/{form}", method: "GET")
      record.note(try await session.ask("GET", "/session/files/1/forms/0"), to: form, expecting: 200)
      record.note(try await session.ask("GET", "/session/files/1/forms/7"), to: form, expecting: 404)
      let lines = try await session.add("d.csv", Array("nothing".utf8))
      let refused = try #require(lines.first?["id"].int)
      record.note(try await session.ask("GET", "/session/files/\(refused)/forms/0"), to: form, expecting: 422)

      let correct = Operation(path: "/session/files/{file}/forms/{form}/corrections", method: "POST")
      record.note(try await session.correct(1, 0, "budget.total.initialBudget", "7"), to: correct, expecting: 200)
      record.note(try await session.correct(1, 0, "budget.total.initialBudget", "x"), to: correct, expecting: 422)
      record.note(try await session.correct(99, 0, "goals.actual", "x"), to: correct, expecting: 404)
      record.note(try await session.ask("GET", "/session/files/1/forms/0"), to: form, expecting: 200)

      for output in ["forms", "ledger", "json", "jsonl", "csv", "tsv", "corrections-page", "report"] {
        record.note(try await session.ask("GET", "/session/outputs/\(output)"), to: take, expecting: 200)
      }
      record.note(try await session.ask("GET", "/session/outputs/json?file=99"), to: take, expecting: 404)
      record.note(try await session.ask("GET", "/session/outputs/json?file=\(refused)"), to: take, expecting: 422)

      let remove = Operation(path: "/session/files/{file}", method: "DELETE")
      record.note(try await session.ask("DELETE", "/session/files/1"), to: remove, expecting: 204)
      record.note(try await session.ask("DELETE", "/session/files/1"), to: remove, expecting: 404)
      let close = Operation(path: "/session", method: "DELETE")
      record.note(try await session.ask("DELETE", "/session"), to: close, expecting: 204)
      for path in ["/api/schema", "/api/openapi.json", "/template"] {
        record.note(try await server.ask("GET", path), to: .init(path: path, method: "GET"), expecting: 200)
      }
      try await Self.programs(server, &record)
    }
  }

  private static func programs(_ server: TestServer, _ record: inout AnswerRecord) async throws {
    let convert = Operation(path: "/api/convert", method: "POST")
    let check = Operation(path: "/api/check", method: "POST")
    for output in ProgramRoutes.ofConvert {
      let response = try await server.ask("POST", "/api/convert?to=\(output.rawValue)", body: Sample.form)
      record.note(response, to: convert, expecting: 200)
    }
    var archive = StoredArchiveSample()
    for name in ["a.csv", "b.csv"] { try archive.add(name) }
    let packed = try await server.ask("POST", "/api/convert?to=forms&name=a.zip", body: archive.close())
    record.note(packed, to: convert, expecting: 200)
    for output in ProgramRoutes.ofCheck {
      let response = try await server.ask("POST", "/api/check?to=\(output.rawValue)", body: Sample.form)
      record.note(response, to: check, expecting: 200)
    }
    let refused = try await server.ask("POST", "/api/convert", body: Array("nothing".utf8))
    record.note(refused, to: convert, expecting: 422)
    for operation in [convert, check] {
      let image = [("Accept", "image/png")]
      record.note(
        try await server.ask("POST", operation.path, body: Sample.form, headers: image), to: operation, expecting: 406)
    }
  }

  // MARK: What is wrong

  private func wrongMessages(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record) { server, record in
      let session = try await server.session()
      for operation in record.operations where operation.method == "POST" {
        let isForm = record.knows(415, of: operation)
        let headers = isForm ? [("Content-Type", "multipart/form-data")] : []
        let response = try await session.ask("POST", operation.address, body: Array("{".utf8), headers: headers)
        record.note(response, to: operation, expecting: isForm ? 415 : 400)
      }
    }
  }

  private func tooMuch(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record) { server, record in
      let session = try await server.session()
      for operation in record.operations where operation.method == "POST" {
        let wire = try Wire(port: server.port)
        try await wire.send(Self.head(operation, server, session, length: 100_000_000))
        record.note(try await wire.response(), to: operation, expecting: 413)
      }
    }
  }

  private func tooSlow(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record, { $0.limits.graceSeconds = 0.1 }) { server, record in
      let session = try await server.session()
      var waiting: [(Operation, Wire)] = []
      for operation in record.operations where operation.method == "POST" {
        let wire = try Wire(port: server.port)
        try await wire.send(Self.head(operation, server, session, length: 10_000))
        waiting.append((operation, wire))
      }
      for (operation, wire) in waiting { record.note(try await wire.response(), to: operation, expecting: 408) }
    }
  }

  private static func head(
    _ operation: Operation, _ server: TestServer, _ session: TestSession, length: Int
  ) -> String {
    "POST \(operation.address) HTTP/1.1\r\nHost: \(server.host)\r\nCookie: \(session.cookie)\r\nContent-Length: \(length)\r\n\r\n"
  }

  private func withoutToken(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record, { $0.token = "0123456789abcdef" }) { server, record in
      for path in ["/session", "/api/convert", "/api/check"] {
        record.note(try await server.ask("POST", path), to: .init(path: path, method: "POST"), expecting: 401)
      }
    }
  }

  private func full(_ record: AnswerRecord) async throws -> AnswerRecord {
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
        record.note(try await session.ask("POST", operation.address, body: body), to: operation, expecting: 503)
      }
    }
  }

  /// The folder of the server is gone.
  private func failing(_ record: AnswerRecord) async throws -> AnswerRecord {
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
        record.note(try await session.ask("POST", operation.address, body: body), to: operation, expecting: 500)
      }
    }
  }

  private func withoutWorkers(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record, { $0.workerCommand = ["/bin/false"] }) { server, record in
      record.note(try await server.ask("GET", "/template"), to: .init(path: "/template", method: "GET"), expecting: 500)
      let check = Operation(path: "/api/check", method: "POST")
      record.note(try await server.ask("POST", "/api/check", body: Sample.form), to: check, expecting: 422)
    }
  }
}

/// A record that travels through a server's run.
private actor Kept {
  var record: AnswerRecord

  init(_ record: AnswerRecord) { self.record = record }

  func change(_ body: @Sendable (inout AnswerRecord) async throws -> Void) async throws {
    var copy = record
    try await body(&copy)
    record = copy
  }
}
