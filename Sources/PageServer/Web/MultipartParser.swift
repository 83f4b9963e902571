import Foundation

/// Reads `multipart/form-data` (RFC 7578, RFC 2046 section 5.1) as it comes in, whatever the pieces.
struct MultipartParser {
  enum Event {
    /// The headers of a part, names in lower case.
    case part([String: String])
    case content(ArraySlice<UInt8>)
    case partEnd
  }

  /// The body is no multipart body.
  struct Malformed: Error {}

  private enum State { case preamble, headers, content, end }

  private let delimiter: [UInt8]
  private var buffer: [UInt8]
  private var state = State.preamble

  /// Bytes of the headers of a part.
  private static let longestHeaders = 16 << 10

  /// - Parameter boundary: 1 to 70 characters, as the content type names it.
  init?(boundary: String) {
    guard (1...70).contains(boundary.utf8.count) else { return nil }
    delimiter = Array("\r\n--\(boundary)".utf8)
    // The first delimiter may stand at the very beginning.
    buffer = [13, 10]
  }

  /// The boundary of a content type; nil where it is no multipart form.
  static func boundary(of contentType: String) -> String? {
    let parts = contentType.split(separator: ";").map { $0.trimmingSpaces }
    guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
    for part in parts.dropFirst() where part.lowercased().hasPrefix("boundary=") {
      let value = part.dropFirst("boundary=".count)
      return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
        ? String(value.dropFirst().dropLast()) : String(value)
    }
    return nil
  }

  mutating func append(_ bytes: some Sequence<UInt8>, _ receive: (Event) throws -> Void) throws {
    if state == .end { return }
    buffer += bytes
    var start = 0
    loop: while true {
      switch state {
      case .end: break loop
      case .preamble, .content:
        let found = Self.find(delimiter, in: buffer, from: start)
        if state == .content {
          // What may be the beginning of a delimiter waits for what follows.
          let end = found ?? max(start, buffer.count - delimiter.count)
          if end > start { try receive(.content(buffer[start..<end])) }
          start = end
        } else {
          start = found ?? max(start, buffer.count - delimiter.count)
        }
        guard let found, buffer.count >= found + delimiter.count + 2 else { break loop }
        let next = found + delimiter.count
        let isLast = buffer[next] == UInt8(ascii: "-") && buffer[next + 1] == UInt8(ascii: "-")
        // Blanks may stand behind a delimiter; no known client sends them.
        guard isLast || buffer[next] == 13 && buffer[next + 1] == 10 else { throw Malformed() }
        if state == .content { try receive(.partEnd) }
        start = next
        state = isLast ? .end : .headers
      case .headers:
        guard let end = Self.find([13, 10, 13, 10], in: buffer, from: start) else {
          if buffer.count - start > Self.longestHeaders { throw Malformed() }
          break loop
        }
        try receive(.part(Self.headers(buffer[start..<end])))
        start = end + 4
        state = .content
      }
    }
    buffer.removeFirst(start)
  }

  /// - Throws: `Malformed` where the last delimiter has not come.
  func finish() throws(Malformed) { if state != .end { throw Malformed() } }

  private static func headers(_ bytes: ArraySlice<UInt8>) -> [String: String] {
    var headers: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingSpaces
    }
    return headers
  }

  /// A parameter of a `Content-Disposition`, with the escapes of browsers (`%22`) taken back.
  static func parameter(_ name: String, of disposition: String) -> String? {
    guard let range = disposition.range(of: "; \(name)=\"") ?? disposition.range(of: ";\(name)=\"") else { return nil }
    let rest = disposition[range.upperBound...]
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    return String(rest[..<end]).replacing("%22", with: "\"").replacing("%0D", with: "").replacing("%0A", with: "")
  }

  private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count - start >= pattern.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      pattern.withUnsafeBufferPointer { pattern in
        var place = start
        let last = bytes.count - pattern.count
        while place <= last {
          if bytes[place] == pattern[0] {
            var length = 1
            while length < pattern.count, bytes[place + length] == pattern[length] { length += 1 }
            if length == pattern.count { return place }
          }
          place += 1
        }
        return nil
      }
    }
  }
}

extension Substring {
  var trimmingSpaces: String {
    var text = self
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
