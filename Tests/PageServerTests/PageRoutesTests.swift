import Foundation
import Testing

@testable import PageServer

/// What anybody gets without a session.
@Suite("The page and its files", .timeLimit(.minutes(2)))
struct PageRoutesTests {
  @Test func `every file of the page is there under its type, and every one says what browsers may do`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      var types = [
        "/": "text/html; charset=utf-8", "/page.css": "text/css; charset=utf-8", "/texts.json": "application/json",
      ]
      for name in PageFiles.byName.keys where name.hasSuffix(".js") {
        types["/" + name] = "text/javascript; charset=utf-8"
      }
      #expect(types.count > 10)
      for (path, type) in types {
        let response = try await server.ask("GET", path)
        #expect(response.status == 200 && response["content-type"] == type && !response.body.isEmpty, "\(path)")
        try Self.expectSafe(response)
        let head = try await server.ask("HEAD", path)
        #expect(head.status == 200 && head["content-length"] == String(response.body.count), "\(path)")
      }
    }
  }

  /// The headers that keep a page to itself.
  static func expectSafe(_ response: Wire.Response) throws {
    let policy = try #require(response["content-security-policy"])
    #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
    #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
    #expect(response["x-content-type-options"] == "nosniff" && response["cache-control"] == "no-store")
    #expect(response["referrer-policy"] == "no-referrer" && response["x-frame-options"] == "DENY")
  }

  @Test func `the page has no script or style within its lines, and no address outside`() throws {
    let page = try #require(PageFiles.byName["index.html"])
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(!html.contains(" style=") && !html.contains("<style") && !html.contains(" onclick"))
    #expect(html.components(separatedBy: "<script").count == 2 && html.contains("<script type=\"module\" src="))
    for (name, file) in PageFiles.byName {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("http://") && !text.contains("https://"), "\(name)")
      #expect(!text.contains("innerHTML") && !text.contains("document.write") && !text.contains("eval("), "\(name)")
    }
  }

  @Test func `the empty form comes in both languages under a name that every program understands`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      for (language, name) in [("zh", "%E7%A9%BA%E8%A1%A8"), ("en", "tracking-form-empty.xlsx")] {
        let response = try await server.ask("GET", "/template?lang=\(language)")
        #expect(response.status == 200 && response["content-type"] == MediaType.xlsx)
        #expect(response.body.starts(with: Array("PK".utf8)))
        let disposition = try #require(response["content-disposition"])
        #expect(disposition.hasPrefix("attachment; filename=\"") && disposition.contains("filename*=UTF-8''"))
        #expect(disposition.contains(name))
        #expect(disposition.utf8.allSatisfy { $0 < 128 })
      }
    }
  }

  @Test func `what is not there is said as a problem`() async throws {
    let cases: [(String, String, Int, String)] = [
      ("GET", "/nothing", 404, "service.not-found"), ("GET", "/session/files/1/forms/x", 404, "service.not-found"),
      ("GET", "/index.html", 404, "service.not-found"), ("GET", "/openapi.json", 404, "service.not-found"),
      ("GET", "/../../etc/passwd", 404, "service.not-found"),
      ("GET", "/%2e%2e/%2e%2e/etc/passwd", 404, "service.not-found"),
      ("POST", "/", 405, "service.method"), ("PUT", "/session", 405, "service.method"),
      ("OPTIONS", "/api/convert", 405, "service.method"), ("DELETE", "/template", 405, "service.method"),
      ("TRACE", "/", 405, "service.method"), ("GET", "/session/files", 405, "service.method"),
      ("GET", "/session", 401, "service.no-session"), ("POST", "/session/files", 401, "service.no-session"),
      ("DELETE", "/session/files/1", 401, "service.no-session"),
      ("GET", "/session/outputs/forms", 401, "service.no-session"),
      ("GET", "/session/outputs/secrets", 404, "service.not-found"),
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for (method, path, status, rule) in cases {
        let response = try await server.ask(method, path, body: method == "POST" ? [] : nil)
        #expect(response.status == status && response.rule == rule, "\(response.text)")
        #expect(response["content-type"] == "application/problem+json")
        #expect(response.json["status"].int == status && response.json["type"].string == "urn:tracktable:\(rule)")
        if status == 405 { #expect(response["allow"] != nil) }
        try Self.expectSafe(response)
      }
    }
  }
}
