/// Text as GB 18030, by way of iconv.
enum GB18030Encoder {
  /// - Returns: nil where iconv is not there or fails.
  static func encode(_ text: String) -> [UInt8]? {
    guard let converter = CharacterSetConverter(from: "UTF-8", to: "GB18030") else { return nil }
    var text = text
    return text.withUTF8 { utf8 in
      var bytes = [UInt8](repeating: 0, count: utf8.count * 2 + 4)
      let outcome = bytes.withUnsafeMutableBytes { converter.convert(UnsafeRawBufferPointer(utf8), into: $0) }
      guard outcome.read == utf8.count else { return nil }
      bytes.removeLast(bytes.count - outcome.written)
      return bytes
    }
  }
}
