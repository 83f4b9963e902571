import Testing

@testable import PageServer

/// The OpenAPI description against the routes.
@Suite struct DescriptionTests {
  private func paths() throws -> JSONValue { JSONValue(PageDescription.bytes)["paths"] }

  @Test func `every address of the description is a route with the same methods`() throws {
    let paths = try paths()
    #expect(!paths.keys.isEmpty)
    for path in paths.keys {
      let concrete = path.replacingOccurrences(of: "{output}", with: "forms")
        .replacingOccurrences(of: "{file}", with: "1").replacingOccurrences(of: "{form}", with: "0")
      let route = try #require(Route(path: concrete), "\(path)")
      let methods = Set(route.methods.map(\.rawValue)).subtracting(["HEAD"])
      #expect(methods == Set(paths[path].keys.map { $0.uppercased() }), "\(path)")
    }
  }

  @Test func `every route but the files of the page is in the description`() throws {
    let routes: [String] = [
      "/template", "/session", "/session/files", "/session/tables", "/session/files/{file}",
      "/session/files/{file}/forms/{form}", "/session/files/{file}/forms/{form}/corrections",
      "/session/outputs/{output}", "/api/convert", "/api/check", "/api/schema", "/api/openapi.json",
    ]
    #expect(try paths().keys == Set(routes))
  }

  @Test func `what can be taken away is the list of the description`() throws {
    func values(_ path: String, _ method: String, _ name: String) throws -> [String] {
      try paths()[path][method]["parameters"].first("name", name)["schema"]["enum"].strings
    }
    let ofForms: Set = ["json", "jsonl", "forms", "review", "ledger", "csv", "tsv"]
    let reports: Set = ["report", "corrections", "corrections-page"]
    #expect(Set(try values("/api/convert", "post", "to")).isSuperset(of: ofForms))
    #expect(Set(try values("/api/check", "post", "to")) == reports)
    let all = Set(try values("/session/outputs/{output}", "get", "output"))
    #expect(all.isSuperset(of: ofForms.union(reports)))
    for output in all { #expect(Route(path: "/session/outputs/\(output)") != nil, "\(output)") }
  }

  @Test func `the description is served`() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let response = try await server.ask("GET", "/api/openapi.json")
      #expect(response.status == 200 && response.json["openapi"].string == "3.1.0")
    }
  }
}
