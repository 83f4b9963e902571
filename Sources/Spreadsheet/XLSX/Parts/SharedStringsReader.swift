import Findings

extension SharedStrings {
  /// Reads the part. A string is its plain text, or its runs joined; phonetic runs are no part of it.
  convenience init(_ stream: PartStream, limits: Limits, compressedSize: Int) throws(Refusal) {
    let byRatio = max(
      limits.stringBytesWithoutRatio, compressedSize.multipliedReportingOverflow(by: limits.stringRatio).0)
    if byRatio < limits.stringBytes {
      self.init(maximum: byRatio, limitName: "stringRatio")
    } else {
      self.init(maximum: limits.stringBytes, limitName: "stringBytes")
    }
    var window = XMLWindow(stream, limits: limits)
    var elements = StringElements()
    while true {
      if elements.phoneticDepth == 0, let plain = PlainString(at: window.cursor.at) {
        window.cursor.at = plain.end
        try append(plain.text, part: stream.name)
        continue
      }
      guard let token = try window.next() else { break }
      if try elements.endsString(token, window) {
        try elements.text.bytes.withUnsafeBufferPointer { (bytes) throws(Refusal) in
          try append(bytes, part: stream.name)
        }
        if let runs = elements.text.runs { try setRuns(runs) }
      }
      if elements.text.bytes.count > limits.elementBytes {
        throw .exceeded("elementBytes", limits.elementBytes, part: stream.name)
      }
    }
    guard elements.open.isEmpty else { throw window.malformed("cut off") }
  }
}

/// The elements of the part that are open, and the string at hand.
private struct StringElements {
  private(set) var open = OpenElements()
  private(set) var text = StringBuilder()
  /// How many elements are open from the outermost one on whose text is none of the string: a phonetic run, a choice.
  private(set) var phoneticDepth = 0
  private var space = InheritedSpace()

  /// Takes in the token at hand; whether a string ends with it.
  mutating func endsString(_ token: XMLCursor.Token, _ window: borrowing XMLWindow) throws(Refusal) -> Bool {
    switch token {
    case .start: try start(window)
    case .empty where window.cursor.name == .si && phoneticDepth == 0:
      text.reset()
      return true
    case .empty where open.context == .runProperties && phoneticDepth == 0:
      text.add(window.cursor.name, window.cursor.attributes)
    case .end: return try end(window)
    case .text where text.isInPiece && phoneticDepth == 0: text.append(window.cursor.text)
    case .characterData where text.isInPiece && phoneticDepth == 0:
      text.append(window.cursor.text, resolvingReferences: false)
    default: break
    }
    return false
  }

  private mutating func start(_ window: borrowing XMLWindow) throws(Refusal) {
    let name = window.cursor.name
    let isProperty = open.context == .runProperties
    guard open.push(name) else { throw window.malformed("nesting") }
    space.enter(window.cursor.attributes, depth: open.depth)
    if name == .phoneticRun || name == .choice || phoneticDepth > 0 {
      phoneticDepth += 1
    } else if name == .si {
      text.reset()
    } else if name == .r {
      text.beginRun()
    } else if isProperty {
      text.add(name, window.cursor.attributes)
    } else if name == .t {
      text.beginPiece(keepsSpace: space.isPreserved)
    }
  }

  /// - Returns: Whether the element was a string.
  private mutating func end(_ window: borrowing XMLWindow) throws(Refusal) -> Bool {
    let name = window.cursor.name
    guard open.pop(name) else { throw window.malformed("end tag without its start") }
    space.leave(depth: open.depth)
    if phoneticDepth > 0 {
      phoneticDepth -= 1
    } else if name == .t {
      text.endPiece()
    } else if name == .r {
      text.endRun()
    } else {
      return name == .si
    }
    return false
  }
}

/// A shared string as nearly every program writes it, `<si><t>text</t></si>`, with nothing in it to be resolved.
///
/// Any other is read token by token.
struct PlainString {
  let text: UnsafeBufferPointer<UInt8>
  /// Behind the end tag of `si`.
  let end: UnsafePointer<UInt8>

  /// - Parameter start: The bytes to look at; `XMLCursor.padding` zero bytes stand behind the last.
  init?(at start: UnsafePointer<UInt8>) {
    // `<si><t>`, and `</t></si` before the last `>`, the first byte lowest.
    guard Self.word(start) & 0xFF_FFFF_FFFF_FFFF == 0x3E_743C_3E69_733C else { return nil }
    let first = start + 7
    var p = first
    while p.pointee > UInt8(ascii: "_") || Self.isPlain(p) { p += 1 }
    guard p > first, Self.word(p) == 0x6973_2F3C_3E74_2F3C, p[8] == UInt8(ascii: ">"), !XMLName.isSpace(first.pointee),
      !XMLName.isSpace(p[-1])
    else { return nil }
    text = UnsafeBufferPointer(start: first, count: p - first)
    end = p + 9
  }

  /// Neither the end of the text nor the beginning of a reference or of an escape.
  @inline(__always)
  private static func isPlain(_ p: UnsafePointer<UInt8>) -> Bool {
    switch p.pointee {
    case UInt8(ascii: "<"), UInt8(ascii: "&"), 13, 0: false
    case UInt8(ascii: "_"): p[1] != UInt8(ascii: "x")
    default: true
    }
  }

  @inline(__always)
  private static func word(_ place: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }
}

/// A string put together from its `t` elements, whether shared or in a cell.
struct StringBuilder {
  private(set) var bytes: [UInt8] = []
  private(set) var isInPiece = false
  private var pieceStart = 0
  private var keepsSpace = false
  /// The type of the run at hand; nil outside of runs and in one that names none: the cell's own.
  private var type: TextType?
  /// The pieces so far, by where they end, and behind them those of strings before.
  private var pieces: [(end: Int, type: TextType?)] = []
  private var pieceCount = 0
  private var isPlain = true

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    isInPiece = false
    pieceCount = 0
    isPlain = true
    type = nil
  }

  mutating func beginRun() { type = nil }
  mutating func endRun() { type = nil }

  /// Takes in an element of the properties of the run at hand.
  mutating func add(_ element: XMLName, _ attributes: UnsafeBufferPointer<UInt8>) {
    if type == nil { type = .plain }
    type?.add(element, attributes)
  }

  /// The pieces, where one is not set plainly.
  var runs: [TextRun]? {
    if isPlain { return nil }
    var start = 0
    return pieces.prefix(pieceCount).map { piece in
      defer { start = piece.end }
      var run = TextRun(String(decoding: bytes[start..<piece.end], as: UTF8.self), piece.type ?? .plain)
      run.isSetAsCell = piece.type == nil
      return run
    }
  }

  /// - Parameter keepsSpace: Whether `xml:space="preserve"` is in force.
  mutating func beginPiece(keepsSpace: Bool) {
    isInPiece = true
    pieceStart = bytes.count
    self.keepsSpace = keepsSpace
  }

  mutating func append(_ raw: UnsafeBufferPointer<UInt8>, resolvingReferences: Bool = true) {
    XMLText.append(raw, to: &bytes, resolvingReferences: resolvingReferences)
  }

  /// Without `xml:space="preserve"` white space at the ends is layout of the XML and not text; Excel reads it so.
  mutating func endPiece() {
    isInPiece = false
    if !keepsSpace {
      while bytes.count > pieceStart, let last = bytes.last, XMLName.isSpace(last) { bytes.removeLast() }
      var start = pieceStart
      while start < bytes.count, XMLName.isSpace(bytes[start]) { start += 1 }
      if start > pieceStart { bytes.removeSubrange(pieceStart..<start) }
    }
    EscapedString.resolve(&bytes, from: pieceStart)
    if let type, type != .plain { isPlain = false }
    if pieceCount == pieces.count {
      pieces.append((bytes.count, type))
    } else {
      pieces[pieceCount] = (bytes.count, type)
    }
    pieceCount += 1
  }
}
