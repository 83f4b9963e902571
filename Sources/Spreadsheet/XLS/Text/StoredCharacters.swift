/// Characters of a text that lie together, of one byte or of two each ([MS-XLS] 2.5.293, `rgb`).
struct StoredCharacters {
  let bytes: UnsafeRawBufferPointer
  let isWide: Bool

  /// Bytes of memory that writing them needs, one more than they take at most.
  @inline(__always)
  var capacity: Int { isWide ? bytes.count / 2 * 3 + 1 : bytes.count * 2 + 1 }

  /// Writes them as UTF-8.
  ///
  /// - Returns: How many bytes they take; nil where one is a zero or a half of a character, for which `UnicodeText` has escapes. What was written
  ///   is of no use then.
  @inline(__always)
  func write(to output: UnsafeMutablePointer<UInt8>) -> Int? {
    isWide ? writeWide(to: output) : writeNarrow(to: output)
  }

  private func writeNarrow(to start: UnsafeMutablePointer<UInt8>) -> Int? {
    var output = start
    for byte in bytes {
      if byte < 0x80 {
        if byte == 0 { return nil }
        output[0] = byte
        output += 1
      } else {
        output[0] = 0xC0 | byte >> 6
        output[1] = 0x80 | byte & 0x3F
        output += 2
      }
    }
    return output - start
  }

  private func writeWide(to start: UnsafeMutablePointer<UInt8>) -> Int? {
    var output = start
    for place in stride(from: 0, to: bytes.count & ~1, by: 2) {
      let unit = UInt32(truncatingIfNeeded: bytes.uint16(at: place))
      if unit >= 0x800 {
        if unit & 0xF800 == 0xD800 { return nil }
        // Three bytes in one piece; the fourth is written over by the next character, or of no use.
        let word: UInt32 = 0x80_80E0 | unit >> 12 | (unit >> 6 & 0x3F) << 8 | (unit & 0x3F) << 16
        UnsafeMutableRawPointer(output).storeBytes(of: word.littleEndian, as: UInt32.self)
        output += 3
      } else if unit >= 0x80 {
        output[0] = UInt8(truncatingIfNeeded: 0xC0 | unit >> 6)
        output[1] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
        output += 2
      } else {
        if unit == 0 { return nil }
        output[0] = UInt8(truncatingIfNeeded: unit)
        output += 1
      }
    }
    return output - start
  }

  /// All of them, with the escapes of `UnicodeText`.
  var text: String {
    let plain = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer -> String? in
      guard let start = buffer.baseAddress, let length = write(to: start) else { return nil }
      return CheckedText.string(UnsafeBufferPointer(start: start, count: length))
    }
    return plain ?? String(decoding: utf8, as: UTF8.self)
  }

  /// All of them as UTF-8, with the escapes of `UnicodeText`.
  var utf8: [UInt8] {
    var isWritten = false
    let plain = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let start = buffer.baseAddress, let length = write(to: start) else { return }
      count = length
      isWritten = true
    }
    if isWritten { return plain }
    var text = UnicodeText()
    if isWide { text.appendWide(bytes) } else { text.appendNarrow(bytes) }
    text.finish()
    return Array(text.bytes)
  }
}
