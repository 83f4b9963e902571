/// The bytes that a record reader works on: a window on the file which begins with the record at hand.
struct RecordBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Bytes that are there.
  var count = 0
  /// Bytes dropped so far: the offset in the stream of the first byte here.
  private(set) var offset = 0

  init() {
    capacity = 4096
    base = Self.allocate(capacity)
  }

  deinit { base.deallocate() }

  /// The free bytes behind those that are there.
  var room: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count)
  }

  /// Drops the bytes before an index where room is needed.
  /// - Returns: How many bytes were dropped.
  mutating func makeRoom(for minimum: Int, keepingFrom index: Int) -> Int {
    guard capacity - count < minimum else { return 0 }
    let kept = count - index
    if kept + minimum <= capacity {
      base.update(from: base + index, count: kept)
    } else {
      let larger = max(capacity * 2, kept + minimum)
      let new = Self.allocate(larger)
      new.update(from: base + index, count: kept)
      base.deallocate()
      base = new
      capacity = larger
    }
    count = kept
    offset += index
    return index
  }

  /// A block of special bytes may be read behind the last byte, so there is that much more memory, and it is initialised.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + SpecialBytes.blockLength)
    memory.initialize(repeating: 0, count: capacity + SpecialBytes.blockLength)
    return memory
  }
}

/// The fields of the record at hand; grows, and is used again for every record.
struct SlotBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<FieldSlot>
  private(set) var capacity = 256
  var count = 0

  init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  /// - Precondition: The index is less than `count`.
  @inline(__always)
  subscript(index: Int) -> FieldSlot {
    precondition(index >= 0 && index < count, "no such field")
    return base[index]
  }

  /// Fills one more slot, for which room has been made.
  @inline(__always)
  mutating func append(_ slot: FieldSlot) {
    base[count] = slot
    count &+= 1
  }

  /// Makes room for more slots behind those that are there.
  mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    let larger = max(capacity * 2, count + more)
    let new = UnsafeMutablePointer<FieldSlot>.allocate(capacity: larger)
    new.update(from: base, count: count)
    base.deallocate()
    base = new
    capacity = larger
  }
}
