/// The bytes that a record reader works on: a window on the file which begins a little before the record at hand.
struct RecordBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// The special bytes among those that are there, a block after the other.
  private(set) var masks: UnsafeMutablePointer<SpecialBytes.Masks>
  private var capacity: Int
  /// Bytes that are there.
  private(set) var count = 0
  /// Bytes dropped so far: the offset in the stream of the first byte here.
  private(set) var offset = 0

  init() {
    capacity = 4096
    base = .allocate(capacity: capacity)
    masks = Self.allocateMasks(capacity)
  }

  deinit {
    base.deallocate()
    masks.deallocate()
  }

  /// The free bytes behind those that are there.
  var freeSpace: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count)
  }

  /// The bytes from an index on.
  func bytes(from index: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + index, count: count - index)
  }

  /// Appends the bytes that were written to the free space.
  /// - Returns: What there may be in them.
  mutating func append(_ more: Int, _ special: SpecialBytes) -> SpecialBytes.Traits {
    precondition(more >= 0 && more <= capacity - count, "more bytes than there was space for")
    let first = count
    count += more
    return special.scan(base, from: first, to: count, into: masks)
  }

  /// Gives back the last bytes.
  mutating func removeLast(_ length: Int, _ special: SpecialBytes) {
    count -= length
    _ = special.scan(base, from: count, to: count, into: masks)
  }

  /// Drops the bytes before an index where space is needed, by whole blocks but the last, as their masks and their characters ask for.
  /// - Returns: How many bytes were dropped.
  mutating func reserve(_ minimum: Int, keepingFrom index: Int) -> Int {
    guard capacity - count < minimum else { return 0 }
    let block = SpecialBytes.blockLength
    let droppedBlocks = max(0, index / block - 1)
    let dropped = droppedBlocks * block
    let kept = count - dropped
    let maskCount = kept / block + 1
    if kept + minimum <= capacity {
      base.update(from: base + dropped, count: kept)
      masks.update(from: masks + droppedBlocks, count: maskCount)
    } else {
      let larger = max(capacity * 2, kept + minimum)
      let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
      new.update(from: base + dropped, count: kept)
      base.deallocate()
      base = new
      let newMasks = Self.allocateMasks(larger)
      newMasks.update(from: masks + droppedBlocks, count: maskCount)
      masks.deallocate()
      masks = newMasks
      capacity = larger
    }
    count = kept
    offset += dropped
    return dropped
  }

  private static func allocateMasks(_ capacity: Int) -> UnsafeMutablePointer<SpecialBytes.Masks> {
    let masks = UnsafeMutablePointer<SpecialBytes.Masks>.allocate(capacity: capacity / SpecialBytes.blockLength + 1)
    masks.initialize(repeating: SpecialBytes.Masks(), count: capacity / SpecialBytes.blockLength + 1)
    return masks
  }
}
