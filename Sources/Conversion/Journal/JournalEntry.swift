import SystemCalls

/// What the journal says of an input that is done: what it was, and what came of it.
///
/// Lines of forms (`F`), each with some of them, stand in front of the one line (`D`) that says that the input is done and where they begin.
/// Every line begins with a checksum: one that is not whole, as after a power failure, says nothing.
struct JournalEntry: Sendable {
  var path: [UInt8]
  var name: String
  /// When the input was last changed: nanoseconds since 1970.
  var modified: Int
  /// Tool version, options and profile: `RunSettings.fingerprint`.
  var fingerprint: String
  var result: FileResult
  /// Where the lines of its forms begin, and the line after the last of them: offsets in the journal.
  var forms = 0..<0

  init(path: [UInt8], name: String, modified: Int, fingerprint: String, result: FileResult) {
    self.path = path
    self.name = name
    self.modified = modified
    self.fingerprint = fingerprint
    self.result = result
  }

  /// The lines for an input, each with its line break.
  ///
  /// - Parameter offset: Where in the journal they will stand.
  func encoded(with frames: HeldFrames, at offset: Int) throws -> [UInt8] {
    var lines: [UInt8] = []
    var some: [UInt8] = []
    func endLine() {
      guard !some.isEmpty else { return }
      var line = FieldLineWriter()
      line.add("F")
      line.addBytes(some)
      lines += JournalLine.encoded(line.bytes)
      some = []
    }
    try frames.forEach { frame in
      guard frame.kind == .form, result.forms > 0 else { return }
      Frame.append(.form, frame.content, to: &some)
      if some.count >= JournalLine.formBytes { endLine() }
    }
    endLine()
    var line = FieldLineWriter()
    line.add("D")
    line.addBytes(path)
    line.add(name)
    line.add(modified)
    line.add(fingerprint)
    line.add(offset)
    line.add(offset + lines.count)
    return lines + JournalLine.encoded(line.bytes + [9] + result.encoded())
  }

  /// - Parameter body: A line without its checksum and its line break.
  /// - Throws: `Malformed` where it is no line that says that an input is done.
  init(encoded body: ArraySlice<UInt8>) throws(FieldLineReader.Malformed) {
    var fields = FieldLineReader(body)
    guard try fields.text() == "D" else { throw FieldLineReader.Malformed() }
    path = try fields.rawBytes()
    name = try fields.text()
    modified = try fields.integer()
    fingerprint = try fields.text()
    let (start, end) = (try fields.integer(), try fields.integer())
    guard 0 <= start, start <= end else { throw FieldLineReader.Malformed() }
    forms = start..<end
    result = try FileResult(from: &fields)
  }
}

/// A line of the journal with its checksum.
enum JournalLine {
  /// Bytes of forms from which on a line has enough.
  static let formBytes = 1 << 16
  private static let checksumLength = 16

  static func encoded(_ body: [UInt8]) -> [UInt8] { checksum(of: body) + [32] + body + [10] }

  /// The line without its checksum; nil where it is not whole.
  static func body(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let body = line.dropFirst(checksumLength + 1)
    guard line.count > checksumLength, line.prefix(checksumLength).elementsEqual(checksum(of: body)) else { return nil }
    return body
  }

  private static func checksum(of body: some Sequence<UInt8>) -> [UInt8] {
    let digits = String(Fingerprint.of(body), radix: 16)
    return Array((String(repeating: "0", count: checksumLength - digits.count) + digits).utf8)
  }
}
