/// Makes the bytes of a file of its text in UTF-8.
struct TextEncoder {
  private let encoding: DelimitedFormat.Encoding

  init(_ encoding: DelimitedFormat.Encoding) { self.encoding = encoding }

  /// - Parameter text: Valid UTF-8 that ends with a whole character.
  func encode(_ text: [UInt8]) -> [UInt8] {
    switch encoding {
    case .utf8: text
    case .utf16LittleEndian: utf16(text) { (UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)) }
    case .utf16BigEndian: utf16(text) { (UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)) }
    case .gb18030: gb18030(text)
    }
  }

  private func utf16(_ text: [UInt8], _ bytes: (UInt16) -> (UInt8, UInt8)) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count * 2)
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      let (first, second) = bytes(unit)
      result.append(first)
      result.append(second)
    }
    return result
  }

  private func gb18030(_ text: [UInt8]) -> [UInt8] {
    let table = GB18030Table.shared
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let (scalar, length) = UTF8Bytes.read(text, at: index)
        index += length
        if scalar < 0x80 {
          result.append(UInt8(truncatingIfNeeded: scalar))
        } else {
          result += table.bytes(of: scalar)
        }
      }
    }
    return result
  }
}
