import Foundation
import Glibc

/// A connection to a server on this machine, byte by byte: what a browser never does can be done here.
///
/// What waits for the server does so on threads of its own: the server needs those of the tests.
final class Wire: @unchecked Sendable {
  struct Response: Sendable {
    var status = 0
    /// Names in lower case.
    var headers: [String: [String]] = [:]
    var body: [UInt8] = []

    subscript(_ name: String) -> String? { headers[name.lowercased()]?.first }
    var text: String { String(decoding: body, as: UTF8.self) }
    var json: JSONValue { JSONValue(body) }
    /// The rule of the first finding of a problem.
    var rule: String? { json["findings"][0]["rule"].string }
  }

  struct Closed: Error {}
  /// Nothing came, and the connection is as open as before.
  struct TimedOut: Error {}

  private let socket: Int32
  private var rest: [UInt8] = []

  init(port: Int) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Closed() }
  }

  deinit { close() }

  private var isOpen = true

  func close() {
    if isOpen { Glibc.close(socket) }
    isOpen = false
  }

  func send(_ text: String) async throws { try await send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) async throws { try await Self.apart { try self.sendAll(bytes) } }

  /// Whether the server ends the connection; what it still sends is passed over.
  func ends(within seconds: Double) async throws -> Bool {
    try await Self.apart {
      let deadline = Date().addingTimeInterval(seconds)
      do {
        while case let left = deadline.timeIntervalSinceNow, left > 0 {
          if try self.receiveSome(within: left).isEmpty { return true }
        }
        return false
      } catch is TimedOut {
        return false
      } catch {
        // Reset.
        return true
      }
    }
  }

  /// A whole response.
  func response(hasBody: Bool = true) async throws -> Response {
    try await Self.apart { try self.wholeResponse(hasBody: hasBody) }
  }

  private static func apart<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Swift.Result { try body() }) }
    }
  }

  private func sendAll(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { throw Closed() }
      sent += count
    }
  }

  /// More bytes; none at the end.
  private func receiveSome(within seconds: Double = 60) throws -> [UInt8] {
    var wish = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard poll(&wish, 1, Int32((seconds * 1000).rounded(.up))) != 0 else { throw TimedOut() }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &bytes, bytes.count, 0)
    guard count >= 0 else { throw Closed() }
    return Array(bytes[..<count])
  }

  private func wholeResponse(hasBody: Bool) throws -> Response {
    var response = Response()
    let head = try line(until: [13, 10, 13, 10])
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    response.status = Int(lines[0].split(separator: " ")[1]) ?? 0
    for line in lines.dropFirst() {
      let colon = line.firstIndex(of: ":") ?? line.endIndex
      response.headers[line[..<colon].lowercased(), default: []].append(
        line[colon...].dropFirst().trimmingCharacters(in: .whitespaces))
    }
    if response.status == 100 { return try wholeResponse(hasBody: hasBody) }
    guard hasBody else { return response }
    if response["transfer-encoding"] == "chunked" {
      while true {
        let size = Int(String(decoding: try line(until: [13, 10]), as: UTF8.self), radix: 16) ?? 0
        response.body += try take(size)
        _ = try take(2)
        if size == 0 { return response }
      }
    }
    response.body = try take(Int(response["content-length"] ?? "0") ?? 0)
    return response
  }

  private func line(until end: [UInt8]) throws -> [UInt8] {
    var searched = 0
    while true {
      while searched + end.count <= rest.count {
        if rest[searched..<(searched + end.count)].elementsEqual(end) {
          let found = Array(rest[..<searched])
          rest.removeFirst(searched + end.count)
          return found
        }
        searched += 1
      }
      let more = try receiveSome()
      guard !more.isEmpty else { throw Closed() }
      rest += more
    }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while rest.count < count {
      let more = try receiveSome()
      guard !more.isEmpty else { throw Closed() }
      rest += more
    }
    defer { rest.removeFirst(count) }
    return Array(rest[..<count])
  }
}
