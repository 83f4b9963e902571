import Foundation
import Testing
import TrackingModel

@testable import PageServer

/// The interface for programs.
@Suite("Files of other programs", .timeLimit(.minutes(2)))
struct ProgramRoutesTests {
  @Test func `a file is converted to what is asked for`() async throws {
    let cases: [(String, String, String)] = [
      ("", "", "application/json"), ("?to=json", "", "application/json"), ("?to=jsonl", "", "application/x-ndjson"),
      ("?to=forms", "", MediaType.xlsx), ("?to=review", "", MediaType.xlsx), ("?to=ledger", "", MediaType.xlsx),
      ("?to=csv", "", "text/csv; charset=utf-8"), ("?to=tsv", "", "text/tab-separated-values; charset=utf-8"),
      ("", MediaType.xlsx, MediaType.xlsx),
      ("", "text/html, application/x-ndjson;q=0.5", "application/x-ndjson"), ("", "*/*", "application/json"),
      ("", "text/csv", "text/csv; charset=utf-8"),
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for (query, accept, type) in cases {
        let headers = accept.isEmpty ? [] : [("Accept", accept)]
        let response = try await server.ask("POST", "/api/convert" + query, body: Sample.form, headers: headers)
        #expect(response.status == 200 && response["content-type"] == type, "\(response.text.prefix(300))")
        #expect(Int(response["tracktable-errors"] ?? "") != nil)
      }
    }
  }

  @Test func `the answer is the canonical JSON, and the schema is there`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let response = try await server.ask("POST", "/api/convert?name=a.csv", body: Sample.form)
      let forms = try CanonicalJSON.read(response.body)
      #expect(forms.map(\.project.name) == ["河道整治"] && forms.first?.source?.file == "a.csv")
      let schema = try await server.ask("GET", "/api/schema")
      #expect(schema["content-type"] == "application/schema+json" && schema.json["properties"] != .null)
    }
  }

  @Test func `several files are one answer`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      var body: [UInt8] = []
      for name in ["甲.csv", "乙.csv"] {
        body += Array("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
        body += Sample.form + Array("\r\n".utf8)
      }
      body += Array("--x--".utf8) + [13, 10]
      let headers = [("Content-Type", "multipart/form-data; boundary=\"x\"")]
      let forms = try CanonicalJSON.read(await server.ask("POST", "/api/convert", body: body, headers: headers).body)
      #expect(forms.compactMap(\.source?.file) == ["甲.csv", "乙.csv"])
    }
  }

  @Test func `findings come as a report`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let response = try await server.ask("POST", "/api/check?lang=en", body: Sample.form)
      #expect(response.status == 200 && response.json["schema"].string == "tracktable-report/1")
      #expect(response.text.contains("budget.sum"))
      let page = try await server.ask("POST", "/api/check?to=corrections-page", body: Sample.form)
      #expect(page["content-type"] == MediaType.html)
      // A file that is refused is what a report is for.
      let refused = try await server.ask("POST", "/api/check", body: Array("nothing".utf8))
      #expect(refused.status == 200 && refused.text.contains("form.not-a-form"))
    }
  }

  @Test func `what cannot be made is refused before anything is read`() async throws {
    let cases: [(String, String, Int, String)] = [
      ("/api/convert?to=pdf", "", 400, "service.bad-request"),
      ("/api/convert", "image/png", 406, "service.not-acceptable"),
      ("/api/check?to=forms", "", 400, "service.bad-request"),
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for (path, accept, status, rule) in cases {
        let headers = accept.isEmpty ? [] : [("Accept", accept)]
        let response = try await server.ask("POST", path, body: Sample.form, headers: headers)
        #expect(response.status == status && response.rule == rule, "\(response.text)")
      }
    }
  }

  @Test func `a file that gives no form is a problem with its findings`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let response = try await server.ask("POST", "/api/convert", body: Array("nothing".utf8))
      #expect(response.status == 422 && response.rule == "form.not-a-form")
      #expect(response["content-type"] == "application/problem+json")
      let empty = try await server.ask("POST", "/api/convert", body: [])
      #expect(empty.status == 422 && empty.rule == "file.empty")
    }
  }

  @Test func `nothing of a program's file is kept`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      _ = try await server.ask("POST", "/api/convert", body: Sample.form)
      #expect(try await server.ask("POST", "/api/convert", body: Sample.form)["set-cookie"] == nil)
    }
  }
}
