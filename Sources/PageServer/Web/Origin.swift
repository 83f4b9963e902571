import Findings
import HTTPTypes
import Hummingbird

/// Refuses requests that a browser sends for another site's page: by a name that this server does not have (DNS rebinding), or from another origin.
struct OriginCheck: Sendable {
  private let names: Set<String>
  /// Whether an address without a name is enough: it cannot be rebound.
  private let takesAnyAddress: Bool

  init(_ settings: ServeSettings) {
    names = Set((["localhost", settings.host] + settings.hostNames).map { $0.lowercased() })
    takesAnyAddress = !settings.isLoopback
  }

  /// - Throws: A problem that says what is wrong.
  func check(_ request: Request) throws(Problem) {
    let authority = request.head.authority ?? ""
    let host = Self.host(of: authority)
    let isAddress = Self.isAddress(host)
    guard names.contains(host) || isAddress && (takesAnyAddress || ServeSettings.isLoopback(host)) else {
      throw Problem(.misdirectedRequest, .serviceHost, ["found": String(authority.prefix(200))])
    }
    if let origin = request.headers[.origin] {
      let own = ["http://" + authority, "https://" + authority]
      guard own.contains(origin) else { throw Problem(.forbidden, .serviceOrigin) }
    } else if let site = request.headers[ResponseHeaders.name("Sec-Fetch-Site")], site != "same-origin", site != "none"
    {
      // A link to the first page from elsewhere does no harm.
      let isFirstPage = request.method == .get && request.uri.path == "/"
      guard isFirstPage else { throw Problem(.forbidden, .serviceOrigin) }
    }
  }

  /// The host without its port, in lower case and without brackets.
  static func host(of authority: String) -> String {
    let text = authority.lowercased()
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      return String(text[text.index(after: text.startIndex)..<end])
    }
    return String(text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? "")
  }

  private static func isAddress(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) { return true }
    return host.contains(":") && host.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
  }
}
