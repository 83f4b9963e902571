import Findings

/// Text that was UTF-8, was read as GBK, and was saved like that: 项目 has become 椤圭洰.
struct Mojibake: Equatable {
  /// A word of it.
  let found: String
  /// What the word was.
  let expected: String

  /// So many garbled words in a row are no chance.
  private static let telling = 6

  var finding: Finding { Finding(.textMojibake, ["found": found, "expected": expected]) }

  /// - Returns: nil where the text is as it should be.
  ///
  /// Turned back into GB 18030, such text is UTF-8; genuine Chinese gives sequences of three bytes by chance only. At the seams, where a word had an odd number
  /// of bytes, a character is lost, so most is asked for, not all.
  init?(in text: String) {
    guard let converter = CharacterSetConverter(from: "UTF-8", to: "GB18030") else { return nil }
    var garbled = 0
    var genuine = 0
    /// Garbled words in a row, and the most of them: a second part of the file in another encoding.
    var row = 0
    var longestRow = 0
    var example: (found: String, expected: String)?
    for word in text.split(whereSeparator: { $0.isASCII }).prefix(400) {
      let ideographs = word.unicodeScalars.count { (0x4E00..<0xA000).contains($0.value) }
      guard ideographs >= 2, let bytes = converter.bytes(of: word) else { continue }
      let repaired = Self.ideographs(in: bytes)
      if repaired.unicodeScalars.count * 9 >= bytes.count * 2 {
        garbled += 1
        row += 1
        longestRow = max(longestRow, row)
        if example == nil || repaired.count > 1 && (example?.expected.count ?? 0) < 2 {
          example = (String(word.prefix(12)), String(repaired.prefix(8)))
        }
      } else {
        genuine += 1
        row = 0
      }
    }
    guard let example, garbled > 2 * genuine || longestRow >= Self.telling else { return nil }
    found = example.found
    expected = example.expected
  }

  /// The characters from U+2000 on that bytes hold in UTF-8, whatever stands between them.
  private static func ideographs(in bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = 0
    while index + 2 < bytes.count {
      let triple = bytes[index..<index + 3]
      let isCharacter =
        bytes[index] >= 0xE2 && bytes[index] < 0xF0 && triple.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
      if isCharacter { result += triple }
      index += isCharacter ? 3 : 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
