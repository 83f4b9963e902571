/// A web page in one file, as browsers and Excel save it (MHTML, RFC 2557): a message of several parts, of which the page itself is one.
enum WebArchive {
  /// The first HTML part with tables, decoded; nil where the bytes are no such message.
  static func page(in bytes: [UInt8]) -> [UInt8]? {
    // Lines and headers are ASCII; bytes of the parts are kept as they are.
    guard let (headers, body) = split(bytes[...]), let boundary = parameter("boundary", of: headers["content-type"])
    else {
      return nil
    }
    var best: [UInt8]?
    for part in parts(of: body, boundary: Array("--\(boundary)".utf8)) {
      guard let (headers, body) = split(part), headers["content-type"]?.lowercased().hasPrefix("text/html") == true
      else {
        continue
      }
      var page = decoded(body, headers["content-transfer-encoding"]?.lowercased() ?? "")
      // The message says what the page may leave out.
      if let charset = parameter("charset", of: headers["content-type"]) {
        page = Array("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=\(charset)\">".utf8) + page
      }
      if String(decoding: page, as: UTF8.self).lowercased().contains("<table") { return page }
      best = best ?? page
    }
    return best
  }

  /// The headers by their names in small letters, lines that go on put together, and what stands behind the empty line.
  private static func split(_ message: ArraySlice<UInt8>) -> (headers: [String: String], body: ArraySlice<UInt8>)? {
    var headers: [String: String] = [:]
    var name = ""
    var rest = message
    while let end = rest.firstIndex(of: 10), headers.count < 100 {
      let line = String(decoding: rest[..<end], as: UTF8.self).filter { $0 != "\r" && $0 != "\r\n" }
      rest = rest[(end + 1)...]
      if line.isEmpty {
        if headers.isEmpty { continue }
        return (headers, rest)
      }
      if line.first == " " || line.first == "\t" {
        headers[name, default: ""] += line
      } else if let colon = line.firstIndex(of: ":") {
        name = line[..<colon].lowercased()
        headers[name] = String(line[line.index(after: colon)...].drop { $0 == " " })
      }
    }
    return nil
  }

  private static func parameter(_ name: String, of header: String?) -> String? {
    for piece in (header ?? "").split(separator: ";").dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == name else { continue }
      let value = pair[1].filter { $0 != "\"" && !$0.isWhitespace }
      return value.isEmpty ? nil : value
    }
    return nil
  }

  private static func parts(of body: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var lineStart = body.startIndex
    while lineStart < body.endIndex, parts.count < 1000 {
      let lineEnd = body[lineStart...].firstIndex(of: 10) ?? body.endIndex
      if body[lineStart..<lineEnd].starts(with: boundary) {
        if let start { parts.append(body[start..<lineStart]) }
        start = min(lineEnd + 1, body.endIndex)
      }
      lineStart = lineEnd + 1
    }
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "quoted-printable": quotedPrintable(body)
    case "base64": base64(body)
    default: Array(body)
    }
  }

  /// RFC 2045, 6.7.
  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var at = body.startIndex
    while at < body.endIndex {
      guard body[at] == UInt8(ascii: "=") else {
        bytes.append(body[at])
        at += 1
        continue
      }
      let next = body[(at + 1)...].prefix(2)
      if let value = UInt8(String(decoding: next, as: UTF8.self), radix: 16), next.count == 2,
        next.first != UInt8(ascii: "+")
      {
        bytes.append(value)
        at += 3
      } else if let end = body[at...].firstIndex(of: 10),
        body[(at + 1)..<end].allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 })
      {
        at = end + 1
      } else {
        bytes.append(body[at])
        at += 1
      }
    }
    return bytes
  }

  /// RFC 2045, 6.8; whatever is none of its characters is passed over.
  private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var value: UInt32 = 0
    var bits = 0
    for byte in body {
      let digit: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = UInt32(byte) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = UInt32(byte) - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(byte) + 4
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      default: continue
      }
      value = value << 6 | digit
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(bits)))
      }
    }
    return bytes
  }
}
