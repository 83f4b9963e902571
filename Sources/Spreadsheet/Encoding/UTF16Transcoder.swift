/// UTF-16 of either byte order; a surrogate without its partner is malformed.
final class UTF16Transcoder: Transcoder {
  let expansion = 2
  private let isBigEndian: Bool

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutablePointer<UInt8>) -> Transcoding {
    var read = 0
    var written = 0
    while read + 2 <= input.count {
      let unit = unit(input, read)
      if unit < 0x80 {
        output[written] = UInt8(truncatingIfNeeded: unit)
        written += 1
        read += 2
        continue
      }
      var scalar = UInt32(unit)
      var length = 2
      if unit & 0xF800 == 0xD800 {
        guard unit < 0xDC00 else { return Transcoding(read: read, written: written, isMalformed: true) }
        guard read + 4 <= input.count else { break }
        let low = self.unit(input, read + 2)
        guard low & 0xFC00 == 0xDC00 else { return Transcoding(read: read, written: written, isMalformed: true) }
        scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
        length = 4
      }
      written += UTF8Bytes.write(scalar, to: output + written)
      read += length
    }
    return Transcoding(read: read, written: written)
  }

  var measure: SourceMeasure? { .utf16 }

  func sourceLength(of text: UnsafeBufferPointer<UInt8>) -> Int { SourceMeasure.utf16.length(of: text) }

  @inline(__always)
  private func unit(_ input: UnsafeRawBufferPointer, _ index: Int) -> UInt16 {
    let unit = input.loadUnaligned(fromByteOffset: index, as: UInt16.self)
    return isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)
  }
}

/// The bytes of a character in UTF-8.
enum UTF8Bytes {
  /// Writes one to four bytes.
  @inline(__always)
  static func write(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) }
    switch scalar {
    case 0..<0x80:
      output[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    case 0x80..<0x800:
      output[0] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
      output[1] = tail(0)
      return 2
    case 0x800..<0x10000:
      output[0] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
      output[1] = tail(6)
      output[2] = tail(0)
      return 3
    default:
      output[0] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
      output[1] = tail(12)
      output[2] = tail(6)
      output[3] = tail(0)
      return 4
    }
  }

  /// The character at the beginning of valid UTF-8, and its length.
  @inline(__always)
  static func read(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(text[index])
    func tail(_ place: Int) -> UInt32 { UInt32(text[index + place]) & 0x3F }
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
    if lead < 0xF0 { return ((lead & 0xF) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((lead & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
}
