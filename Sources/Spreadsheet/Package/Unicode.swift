/// Checks UTF-8 that arrives in pieces (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
struct UTF8Check {
  private var needed = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF

  /// The offset in this piece of the first byte that cannot be; nil where all is well.
  mutating func firstInvalid(in bytes: UnsafeRawBufferPointer, isLast: Bool = false) -> Int? {
    guard let base = bytes.baseAddress else { return isLast && needed > 0 ? 0 : nil }
    let count = bytes.count
    var at = 0
    while at < count {
      if needed == 0 {
        while at + 8 <= count, base.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
          at += 8
        }
        if at == count { break }
        let byte = base.load(fromByteOffset: at, as: UInt8.self)
        if byte >= 0xE1, byte <= 0xEC, at + 2 < count,
          base.load(fromByteOffset: at + 1, as: UInt8.self) & 0xC0 == 0x80,
          base.load(fromByteOffset: at + 2, as: UInt8.self) & 0xC0 == 0x80
        {
          at += 3
          continue
        }
        guard begin(byte) else { return at }
      } else {
        let byte = base.load(fromByteOffset: at, as: UInt8.self)
        guard byte >= lower, byte <= upper else { return at }
        needed -= 1
        lower = 0x80
        upper = 0xBF
      }
      at += 1
    }
    return isLast && needed > 0 ? count : nil
  }

  private mutating func begin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x80: break
    case 0xC2...0xDF: needed = 1
    case 0xE0...0xEF:
      needed = 2
      if byte == 0xE0 { lower = 0xA0 }
      if byte == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      needed = 3
      if byte == 0xF0 { lower = 0x90 }
      if byte == 0xF4 { upper = 0x8F }
    default: return false
    }
    return true
  }
}

/// Converts UTF-16 that arrives in pieces to UTF-8.
struct WideDecoder {
  private let isLittleEndian: Bool
  private var pending: [UInt8]

  init(isLittleEndian: Bool, pending: [UInt8]) {
    self.isLittleEndian = isLittleEndian
    self.pending = pending
  }

  /// - Returns: nil where a surrogate stands alone or the last byte is half a character.
  mutating func convert(_ piece: ArraySlice<UInt8>, isLast: Bool) -> [UInt8]? {
    pending += piece
    var units: [UInt16] = []
    units.reserveCapacity(pending.count / 2)
    var at = 0
    while at + 1 < pending.count {
      let one = UInt16(pending[at])
      let other = UInt16(pending[at + 1])
      units.append(isLittleEndian ? other << 8 | one : one << 8 | other)
      at += 2
    }
    if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      at -= 2
    }
    pending.removeFirst(at)
    if isLast, !pending.isEmpty { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(units.count * 3)
    let hasError = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true) {
      bytes.append($0)
    }
    return hasError ? nil : bytes
  }
}
