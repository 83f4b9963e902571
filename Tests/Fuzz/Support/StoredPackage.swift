import CDeflate

/// The parts of a package as the fuzzer sees them: `name NL length NL bytes`, one behind the other.
struct PartList {
  var parts: [(name: [UInt8], bytes: [UInt8])] = []

  /// Reads as much of the bytes as makes sense; a length that is too large takes what is there.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let nameEnd = rest.firstIndex(of: 10) {
      let name = rest[..<nameEnd]
      rest = rest[(nameEnd + 1)...]
      guard let lengthEnd = rest.firstIndex(of: 10) else { return }
      let length = Int(String(decoding: rest[..<lengthEnd], as: UTF8.self)) ?? 0
      rest = rest[(lengthEnd + 1)...]
      let body = rest.prefix(max(0, length))
      rest = rest.dropFirst(body.count)
      parts.append((Array(name), Array(body)))
    }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += part.name
      bytes.append(10)
      bytes += Array(String(part.bytes.count).utf8)
      bytes.append(10)
      bytes += part.bytes
    }
    return bytes
  }
}

/// Mutates the XML of one part; one input in sixteen, and what is no list of parts, in the fuzzer's way.
func mutatePart(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt) -> Int {
  var random = SeededGenerator(seed: UInt64(seed))
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  var list = PartList(bytes)
  guard !bytes.starts(with: [0x50, 0x4B]), !list.parts.isEmpty, random.next() % 16 > 0 else {
    return replace(data, size, maximum, by: nil)
  }
  let chosen = Int(random.next() % UInt64(list.parts.count))
  list.parts[chosen].bytes = XMLMutation.apply(to: list.parts[chosen].bytes, &random)
  return replace(data, size, maximum, by: list.bytes)
}

/// A ZIP file without compression, its checksums right (APPNOTE.TXT 4.3).
struct StoredPackage {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []

  init(parts: [(name: [UInt8], bytes: [UInt8])]) {
    bytes.reserveCapacity(parts.reduce(1024) { $0 + $1.bytes.count + $1.name.count + 30 })
    directory.reserveCapacity(1024)
    let parts = parts.prefix(1000)
    for part in parts { append(part.name.prefix(Int(UInt16.max)), part.bytes) }
    let start = bytes.count
    bytes += directory
    Self.put([0x0605_4B50, 0], 4, in: &bytes)
    Self.put([parts.count, parts.count], 2, in: &bytes)
    Self.put([directory.count, start], 4, in: &bytes)
    Self.put([0], 2, in: &bytes)
  }

  private mutating func append(_ name: ArraySlice<UInt8>, _ content: [UInt8]) {
    let offset = bytes.count
    let checksum = Int(libdeflate_crc32(0, content, content.count))
    for isInDirectory in [false, true] {
      var header: [UInt8] = []
      header.reserveCapacity(46)
      Self.put([isInDirectory ? 0x0201_4B50 : 0x0403_4B50], 4, in: &header)
      Self.put(isInDirectory ? [20, 20, 0, 0, 0, 0x21] : [20, 0, 0, 0, 0x21], 2, in: &header)
      Self.put([checksum, content.count, content.count], 4, in: &header)
      Self.put([name.count, 0], 2, in: &header)
      if isInDirectory {
        Self.put([0, 0, 0], 2, in: &header)
        Self.put([0, offset], 4, in: &header)
        directory += header
        directory += name
      } else {
        bytes += header
        bytes += name
        bytes += content
      }
    }
  }

  /// Appends numbers of so many bytes, the lowest byte first.
  private static func put(_ numbers: [Int], _ length: Int, in bytes: inout [UInt8]) {
    for number in numbers {
      for place in 0..<length { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
  }
}
