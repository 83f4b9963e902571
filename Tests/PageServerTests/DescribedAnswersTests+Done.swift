import Conversion
import Testing

@testable import PageServer

extension DescribedAnswersTests {
  /// Everything that can be asked for, and what there is not.
  func done(_ record: AnswerRecord) async throws -> AnswerRecord {
    try await collect(record) { server, record in
      let opened = try await server.ask("POST", "/session")
      record.add(opened, to: .init(path: "/session", method: "POST"), expecting: 201)
      let cookie = String(try #require(opened["set-cookie"]).split(separator: ";")[0])
      let session = TestSession(server: server, cookie: cookie)
      let take = Operation(path: "/session/outputs/{output}", method: "GET")
      record.add(try await session.ask("GET", "/session/outputs/forms"), to: take, expecting: 409)

      let files = Operation(path: "/session/files", method: "POST")
      let book = try Sample.fixture("gallery/labels-above-values.xlsx")
      record.add(try await session.ask("POST", "/session/files?name=a.xlsx", body: book), to: files, expecting: 200)
      var archive = StoredArchiveSample()
      try archive.add("../b.csv")
      try archive.add("c.csv")
      let packed = try await session.ask("POST", "/session/files?name=b.zip&lang=en", body: archive.close())
      record.add(packed, to: files, expecting: 200)
      let table = Array(
        #"{"cells":[{"row":0,"column":0,"rows":1,"columns":2,"text":"项目名称"},{"row":0,"column":2,"text":"甲"},{"row":1,"column":0,"text":"年度资金总额"},{"row":1,"column":2,"text":"5"}]}"#
          .utf8)
      let tables = Operation(path: "/session/tables", method: "POST")
      record.add(
        try await session.ask("POST", "/session/tables?name=t&place=9", body: table), to: tables, expecting: 200)
      record.add(
        try await session.ask("POST", "/session/tables", body: Array(#"{"cells":[]}"#.utf8)), to: tables, expecting: 422
      )

      let list = Operation(path: "/session", method: "GET")
      record.add(try await session.ask("GET", "/session"), to: list, expecting: 200)
      let form = Operation(path: "/session/files/{file}/forms/{form}", method: "GET")
      record.add(try await session.ask("GET", "/session/files/1/forms/0"), to: form, expecting: 200)
      record.add(try await session.ask("GET", "/session/files/1/forms/7"), to: form, expecting: 404)
      let lines = try await session.add("d.csv", Array("nothing".utf8))
      let refused = try #require(lines.first?["id"].int)
      record.add(try await session.ask("GET", "/session/files/\(refused)/forms/0"), to: form, expecting: 422)

      let correct = Operation(path: "/session/files/{file}/forms/{form}/corrections", method: "POST")
      record.add(try await session.correct(1, 0, "budget.total.initialBudget", "7"), to: correct, expecting: 200)
      record.add(try await session.correct(1, 0, "budget.total.initialBudget", "x"), to: correct, expecting: 422)
      record.add(try await session.correct(99, 0, "goals.actual", "x"), to: correct, expecting: 404)
      record.add(try await session.ask("GET", "/session/files/1/forms/0"), to: form, expecting: 200)

      for output in Output.allCases {
        record.add(try await session.ask("GET", "/session/outputs/\(output.rawValue)"), to: take, expecting: 200)
      }
      record.add(try await session.ask("GET", "/session/outputs/json?file=99"), to: take, expecting: 404)
      record.add(try await session.ask("GET", "/session/outputs/json?file=\(refused)"), to: take, expecting: 422)

      let remove = Operation(path: "/session/files/{file}", method: "DELETE")
      record.add(try await session.ask("DELETE", "/session/files/1"), to: remove, expecting: 204)
      record.add(try await session.ask("DELETE", "/session/files/1"), to: remove, expecting: 404)
      let close = Operation(path: "/session", method: "DELETE")
      record.add(try await session.ask("DELETE", "/session"), to: close, expecting: 204)
      for path in ["/api/schema", "/api/openapi.json", "/template"] {
        record.add(try await server.ask("GET", path), to: .init(path: path, method: "GET"), expecting: 200)
      }
      try await Self.programs(server, &record)
    }
  }

  private static func programs(_ server: TestServer, _ record: inout AnswerRecord) async throws {
    let convert = Operation(path: "/api/convert", method: "POST")
    let check = Operation(path: "/api/check", method: "POST")
    for output in Output.ofForms {
      let response = try await server.ask("POST", "/api/convert?to=\(output.rawValue)", body: Sample.form)
      record.add(response, to: convert, expecting: 200)
    }
    var archive = StoredArchiveSample()
    for name in ["a.csv", "b.csv"] { try archive.add(name) }
    let packed = try await server.ask("POST", "/api/convert?to=forms&name=a.zip", body: archive.close())
    record.add(packed, to: convert, expecting: 200)
    for output in Output.reports {
      let response = try await server.ask("POST", "/api/check?to=\(output.rawValue)", body: Sample.form)
      record.add(response, to: check, expecting: 200)
    }
    let refused = try await server.ask("POST", "/api/convert", body: Array("nothing".utf8))
    record.add(refused, to: convert, expecting: 422)
    for operation in [convert, check] {
      let image = [("Accept", "image/png")]
      record.add(
        try await server.ask("POST", operation.path, body: Sample.form, headers: image), to: operation, expecting: 406)
    }
  }
}
