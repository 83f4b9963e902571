import Testing

@testable import PageServer

/// Answers of a server, each held against the description, and all of them together, too.
struct AnswerRecord {
  /// An operation of the description.
  struct Operation: Hashable {
    let path: String
    let method: String

    /// With something in the place of what stands in braces.
    var address: String {
      path.replacingOccurrences(of: "{output}", with: "json").replacingOccurrences(of: "{file}", with: "1")
        .replacingOccurrences(of: "{form}", with: "0")
    }
  }

  let document: JSONValue
  private var check: SchemaCheck
  /// `POST /session 201 application/json`.
  private var seen: Set<String> = []

  init(_ document: JSONValue) {
    self.document = document
    check = SchemaCheck(document)
  }

  var operations: [Operation] {
    document["paths"].keys.sorted().flatMap { path in
      document["paths"][path].keys.sorted().map { Operation(path: path, method: $0.uppercased()) }
    }
  }

  func described(_ operation: Operation) -> JSONValue {
    document["paths"][operation.path][operation.method.lowercased()]
  }

  private func responses(_ operation: Operation) -> JSONValue { described(operation)["responses"] }

  /// The names of the parameters that stand in the query.
  func queryParameters(of operation: Operation) -> Set<String> {
    let all = described(operation)["parameters"].array.map { check.resolved($0) }
    return Set(all.filter { $0["in"].string == "query" }.compactMap(\.["name"].string))
  }

  /// Whether the description knows the status.
  func knows(_ status: Int, of operation: Operation) -> Bool { responses(operation).keys.contains(String(status)) }

  func needsSession(_ operation: Operation) -> Bool {
    described(operation)["security"].array.contains { $0.keys.contains("session") }
  }

  mutating func add(_ response: Wire.Response, to operation: Operation, expecting status: Int) {
    let name = "\(operation.method) \(operation.path) \(response.status)"
    #expect(response.status == status, "\(name): \(response.text.prefix(300))")
    #expect(knows(response.status, of: operation), "\(name) is not described")
    let content = check.resolved(responses(operation)[String(response.status)])["content"]
    guard content != .null else {
      #expect(response.body.isEmpty, "\(name)")
      seen.insert(name)
      return
    }
    let type = String((response["content-type"] ?? "").split(separator: ";").first ?? "")
    #expect(content.keys.contains(type), "\(name) \(type) is not described")
    seen.insert("\(name) \(type)")
    let lines = content[type]["x-lines"]
    let isJSON = type == MediaType.json || type == MediaType.problem
    let one = isJSON ? [response.json] : []
    for value in lines != .null ? response.body.split(separator: 10).map({ JSONValue($0) }) : one {
      let problems = check.problems(value, lines != .null ? lines : content[type]["schema"])
      #expect(problems == [], "\(name)")
    }
  }

  /// Everything that is described and was not seen: statuses with their types, and properties of these components.
  func unseen(of components: [String]) -> [String] {
    var all: Set<String> = []
    for operation in operations {
      for status in responses(operation).keys {
        let name = "\(operation.method) \(operation.path) \(status)"
        let types = check.resolved(responses(operation)[status])["content"].keys
        all.formUnion(types.isEmpty ? [name] : Set(types.map { "\(name) \($0)" }))
      }
    }
    let properties = components.reduce(into: Set<String>()) { $0.formUnion(check.properties(of: $1)) }
    return (all.subtracting(seen).union(properties.subtracting(check.met))).sorted()
  }
}
