import Findings
import HTTPTypes
import Hummingbird

/// Why a request is not answered as wished, as RFC 9457 says it.
struct Problem: Error, Sendable {
  var status: HTTPResponse.Status
  var findings: [FindingView]
  /// Methods that the address takes, for 405.
  var allowed: String?

  init(_ status: HTTPResponse.Status, _ rule: Rule, _ values: [String: String] = [:]) {
    self.init(status, [FindingView(Finding(rule, values))])
  }

  init(_ status: HTTPResponse.Status, _ findings: [FindingView]) {
    self.status = status
    self.findings = findings
  }

  private struct Details: Encodable {
    var type: String
    var title: String
    var status: Int
    var detail: String
    var findings: [FindingView]
  }

  func response(in language: Language) -> Response {
    let first = findings.first
    let words = first.map { [$0.message, $0.advice].compactMap { $0 } } ?? []
    let details = Details(
      type: "urn:tracktable:" + (first?.rule ?? "problem"), title: status.reasonPhrase, status: status.code,
      detail: words.map { language == .chinese ? $0.zh : $0.en }.joined(separator: language == .chinese ? "" : " "),
      findings: findings)
    var response = Response(status: status, type: MediaType.problem, (try? JSON.bytes(details)) ?? [])
    if let allowed { response.headers[.allow] = allowed }
    return response
  }
}

extension Response {
  init(status: HTTPResponse.Status = .ok, type: String, _ bytes: some Sequence<UInt8>) {
    self.init(
      status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension JSON {
  /// What a client sent.
  ///
  /// - Throws: A problem where it is nothing of the kind.
  static func message<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(Problem) -> Value {
    do {
      return try value(type, from: bytes)
    } catch {
      throw Problem(.badRequest, .serviceBadRequest, ["found": "JSON"])
    }
  }
}
