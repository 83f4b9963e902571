import Findings

/// Text that was UTF-8, was read as GBK, and was saved like that: 项目 has become 椤圭洰.
struct Mojibake: Equatable {
  /// A word of it.
  let found: String
  /// What the word was.
  let expected: String

  var finding: Finding { Finding(.textMojibake, ["found": found, "expected": expected]) }

  /// - Returns: nil where the text is as it should be.
  ///
  /// Turned back into GB 18030, such text is UTF-8; genuine Chinese gives sequences of three bytes by chance only. At the seams, where a word had an odd number
  /// of bytes, a character is lost, so most is asked for, not all.
  init?(in text: String) {
    guard let converter = CharacterSetConverter(from: "UTF-8", to: "GB18030") else { return nil }
    var garbled = 0
    var genuine = 0
    var example: (found: String, expected: String)?
    for word in text.split(whereSeparator: { $0.isASCII }).prefix(400) {
      let ideographs = word.unicodeScalars.count { (0x4E00..<0xA000).contains($0.value) }
      guard ideographs >= 2, let bytes = converter.bytes(of: word) else { continue }
      let outcome = bytes.withUnsafeBytes { UTF8Validation.check($0) }
      let repaired = String(decoding: bytes[..<outcome.validLength], as: UTF8.self)
      if outcome.validLength * 3 >= bytes.count * 2, repaired.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) {
        garbled += 1
        if example == nil || repaired.count > 1 && (example?.expected.count ?? 0) < 2 {
          example = (String(word.prefix(12)), String(repaired.prefix(8)))
        }
      } else {
        genuine += 1
      }
    }
    guard let example, garbled > 2 * genuine else { return nil }
    found = example.found
    expected = example.expected
  }
}
