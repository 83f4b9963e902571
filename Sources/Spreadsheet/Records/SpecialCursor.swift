/// Walks over the special bytes of a buffer, from one to the next.
struct SpecialCursor {
  let base: UnsafeMutablePointer<UInt8>
  let count: Int
  private let masks: UnsafeMutablePointer<SpecialBytes.Masks>
  /// The 64 bytes that `mask` speaks of, by number.
  private var block: Int
  /// The special bytes of the block that have not been taken.
  private(set) var mask: UInt64

  @inline(__always)
  init(at index: Int, buffer: borrowing RecordBuffer) {
    base = buffer.base
    count = buffer.count
    masks = buffer.masks
    block = 0
    mask = 0
    rewind(to: index)
  }

  /// Goes to the next block with a special byte; false where the bytes run out.
  @inline(__always)
  mutating func advance() -> Bool {
    repeat {
      guard (block &+ 1) &* SpecialBytes.blockLength < count else { return false }
      block &+= 1
      mask = masks[block].all
    } while mask == 0
    return true
  }

  /// The index of the next special byte of the block, which has one.
  @inline(__always)
  mutating func next() -> Int {
    let index = block &* SpecialBytes.blockLength &+ mask.trailingZeroBitCount
    mask &= mask &- 1
    return index
  }

  /// Goes back.
  mutating func rewind(to index: Int) {
    block = index / SpecialBytes.blockLength
    mask = index < count ? masks[block].all & ~0 << UInt64(index % SpecialBytes.blockLength) : 0
  }
}
