import Synchronization

/// A part of a package, deflated.
struct PackedPart {
  enum Content {
    case memory([UInt8])
    case spool(PartSpool)
  }

  let name: String
  let content: Content
  let checksum: UInt32
  /// Bytes before and after deflating.
  let size: Int
  let packedSize: Int

  /// - Parameter recurs: Whether other workbooks are likely to have the very same part.
  init(_ name: String, _ xml: XMLBytes, _ deflater: Deflater, recurs: Bool = false) {
    let packed = recurs ? RecurringParts.packed(xml.bytes, deflater) : RecurringParts.Packed(xml.bytes, deflater)
    self.name = name
    content = .memory(packed.bytes)
    checksum = packed.checksum
    size = xml.bytes.count
    packedSize = packed.bytes.count
  }

  init(_ name: String, _ spool: PartSpool) {
    self.name = name
    content = .spool(spool)
    checksum = spool.checksum.value
    size = spool.size
    packedSize = spool.packedSize
  }
}

/// What small parts look like deflated: content types, relationships and styles are the same in most workbooks of a run.
enum RecurringParts {
  struct Packed {
    let bytes: [UInt8]
    let checksum: UInt32

    init(_ plain: [UInt8], _ deflater: Deflater) {
      var sum = Checksum()
      sum.add(plain)
      checksum = sum.value
      bytes = deflater.whole(plain)
    }
  }

  private static let limit = 64
  private static let known = Mutex<[[UInt8]: Packed]>([:])

  static func packed(_ plain: [UInt8], _ deflater: Deflater) -> Packed {
    if let packed = known.withLock({ $0[plain] }) { return packed }
    let packed = Packed(plain, deflater)
    known.withLock {
      if $0.count >= limit { $0.removeAll() }
      $0[plain] = packed
    }
    return packed
  }
}
