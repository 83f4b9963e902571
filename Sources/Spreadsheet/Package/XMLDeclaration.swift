/// The declaration that an XML part may begin with (XML 1.0, 2.8 and 4.3.3): `<?xml version="1.0" encoding="GBK"?>`.
enum XMLDeclaration {
  private static let longest = 200

  /// The encoding that the declaration names where it is none that a part may have.
  ///
  /// - Returns: nil for UTF-8 and UTF-16, and where nothing is declared.
  static func encoding(_ beginning: UnsafeRawBufferPointer) -> String? {
    let bytes = beginning.prefix(longest)
    guard bytes.starts(with: "<?xml".utf8), let end = position(of: "?>", in: bytes),
      let name = position(of: "encoding", in: bytes[..<end])
    else { return nil }
    let value = bytes[(name + 8)..<end].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "=") }
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let found = value.dropFirst().prefix { $0 != quote }
    if found.isEmpty || found.prefix(3).elementsEqual("utf".utf8, by: { $0 | 0x20 == $1 }) { return nil }
    return String(decoding: found, as: UTF8.self)
  }

  private static func position(of word: StaticString, in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return bytes.indices.first { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}
