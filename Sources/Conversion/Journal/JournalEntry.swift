/// One line of the journal: an input that is done, what it was, and what came of it.
struct JournalEntry: Sendable {
  var path: [UInt8]
  var name: String
  /// When the input was last changed: nanoseconds since 1970.
  var modified: Int
  /// Tool version, options and profile: `RunSettings.fingerprint`.
  var fingerprint: String
  var result: FileResult

  /// The line with its checksum and its line break.
  func encoded() -> [UInt8] {
    var line = FieldLineWriter()
    line.addBytes(path)
    line.add(name)
    line.add(modified)
    line.add(fingerprint)
    let body = line.bytes + [9] + result.encoded()
    return Self.checksum(of: body) + [32] + body + [10]
  }

  init(path: [UInt8], name: String, modified: Int, fingerprint: String, result: FileResult) {
    self.path = path
    self.name = name
    self.modified = modified
    self.fingerprint = fingerprint
    self.result = result
  }

  /// - Parameter line: Without its line break.
  /// - Throws: `Malformed` where the line is not whole, as after a power failure.
  init(encoded line: ArraySlice<UInt8>) throws(FieldLineReader.Malformed) {
    let body = line.dropFirst(17)
    guard line.count > 17, line.prefix(16).elementsEqual(Self.checksum(of: body)) else {
      throw FieldLineReader.Malformed()
    }
    var fields = FieldLineReader(body)
    path = try fields.rawBytes()
    name = try fields.text()
    modified = try fields.integer()
    fingerprint = try fields.text()
    result = try FileResult(from: &fields)
  }

  private static func checksum(of body: some Sequence<UInt8>) -> [UInt8] {
    let digits = String(Fingerprint.of(body), radix: 16)
    return Array((String(repeating: "0", count: 16 - digits.count) + digits).utf8)
  }
}
