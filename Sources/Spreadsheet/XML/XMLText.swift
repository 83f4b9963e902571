/// Character data as written, resolved: line ends and references (XML 1.0, 2.11 and 4.1, 4.6).
enum XMLText {
  /// Appends the text to `bytes`. References to anything but the five named entities and characters stay as written.
  static func append(_ raw: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], resolvingReferences: Bool = true) {
    guard let base = raw.baseAddress else { return }
    var at = base
    let end = base + raw.count
    while at < end {
      let run = at
      while at < end, at.pointee != UInt8(ascii: "&"), at.pointee != 13 { at += 1 }
      bytes.append(contentsOf: UnsafeBufferPointer(start: run, count: at - run))
      guard at < end else { return }
      if at.pointee == 13 {
        bytes.append(10)
        at += 1
        if at < end, at.pointee == 10 { at += 1 }
      } else if resolvingReferences, let behind = appendReference(at, end, to: &bytes) {
        at = behind
      } else {
        bytes.append(at.pointee)
        at += 1
      }
    }
  }

  /// Whether the text is the same when resolved.
  static func isPlain(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in raw where byte == UInt8(ascii: "&") || byte == 13 { return false }
    return true
  }

  /// Without the white space around it, which counts in texts only.
  static func trimmed(_ raw: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = raw.firstIndex(where: { !XMLName.isSpace($0) }),
      let last = raw.lastIndex(where: { !XMLName.isSpace($0) })
    else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: raw[first...last])
  }

  /// Whether an attribute says yes, in whatever way (ECMA-376 part 1, 22.9.2.1, and what programs make of it).
  static func isTrue(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
    let value = trimmed(raw)
    return value.count <= 32 && ["1", "true", "on"].contains(attributeValue(value).lowercased())
  }

  /// The beginning of what is written, as a message quotes it.
  static func quotation(of raw: UnsafeBufferPointer<UInt8>) -> String {
    // No character is longer than four bytes, so the fortieth is whole.
    String(String(decoding: raw.prefix(160), as: UTF8.self).unicodeScalars.prefix(40))
  }

  /// An attribute's value as written, resolved: white space becomes spaces, unless a reference stands for it (XML 1.0,
  /// 3.3.3).
  static func attributeValue(_ raw: UnsafeBufferPointer<UInt8>) -> String {
    if raw.allSatisfy({ $0 >= 32 && $0 != UInt8(ascii: "&") }) { return String(decoding: raw, as: UTF8.self) }
    var bytes: [UInt8] = []
    guard let base = raw.baseAddress else { return "" }
    var at = base
    let end = base + raw.count
    while at < end {
      if at.pointee == 13 || at.pointee == 10 || at.pointee == 9 {
        // A line end of two bytes is one before it is white space (2.11).
        if at.pointee == 13, at + 1 < end, at[1] == 10 { at += 1 }
        bytes.append(32)
      } else if at.pointee == UInt8(ascii: "&"), let behind = appendReference(at, end, to: &bytes) {
        at = behind
        continue
      } else {
        bytes.append(at.pointee)
      }
      at += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value, or its beginning where it is longer than so many bytes as written.
  static func attributeValue(_ raw: UnsafeBufferPointer<UInt8>, atMost maximum: Int) -> String {
    attributeValue(UnsafeBufferPointer(rebasing: raw.prefix(maximum)))
  }

  /// Bytes of a name or identifier that is kept: far more than any program writes.
  static let longestName = 4096

  /// The same as bytes, which are copied only where there is something to resolve.
  @inline(__always)
  static func withResolved(_ raw: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if isPlain(raw) { return body(raw) }
    Array(attributeValue(raw).utf8).withUnsafeBufferPointer(body)
  }

  private static func appendReference(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, to bytes: inout [UInt8]
  ) -> UnsafePointer<UInt8>? {
    var at = start + 1
    while at < end, at.pointee != UInt8(ascii: ";"), at - start < 12 { at += 1 }
    guard at < end, at.pointee == UInt8(ascii: ";") else { return nil }
    let name = UnsafeBufferPointer(start: start + 1, count: at - start - 1)
    guard let scalar = scalar(name) else { return nil }
    UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
    return at + 1
  }

  private static func scalar(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    if name.first == UInt8(ascii: "#") {
      return number(name.dropFirst())
    }
    switch name.count {
    case 2:
      return name[1] != UInt8(ascii: "t")
        ? nil : name[0] == UInt8(ascii: "l") ? "<" : name[0] == UInt8(ascii: "g") ? ">" : nil
    case 3: return name.elementsEqual("amp".utf8) ? "&" : nil
    case 4: return name.elementsEqual("quot".utf8) ? "\"" : name.elementsEqual("apos".utf8) ? "'" : nil
    default: return nil
    }
  }

  /// `24180`, `x5E74`: some programs write every Chinese character so.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    // At most ten figures, as many as fit behind an ampersand that is looked at.
    var value: UInt64 = 0
    var count = 0
    for digit in digits.dropFirst(isHexadecimal ? 1 : 0) {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value * (isHexadecimal ? 16 : 10) + UInt64(digit - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal: value = value * 16 + UInt64(digit - 87)
      case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal: value = value * 16 + UInt64(digit - 55)
      default: return nil
      }
      count += 1
    }
    return count == 0 || value == 0 ? nil : UInt32(exactly: value).flatMap(Unicode.Scalar.init)
  }
}
