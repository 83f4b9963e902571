/// Walks over the special bytes of a buffer, from one to the next.
struct SpecialCursor {
  let base: UnsafeMutablePointer<UInt8>
  let count: Int
  private let special: SpecialBytes
  /// The index of the first of the 64 bytes that `mask` speaks of.
  private(set) var block: Int
  /// The special bytes of the block that have not been taken.
  private(set) var mask: UInt64

  @inline(__always)
  init(at index: Int, buffer: borrowing RecordBuffer, special: SpecialBytes) {
    base = buffer.base
    count = buffer.count
    self.special = special
    block = index
    mask = 0
    load(from: index)
  }

  /// Goes to the next block with a special byte; false where the bytes run out.
  @inline(__always)
  mutating func advance() -> Bool {
    repeat {
      guard block + SpecialBytes.blockLength < count else { return false }
      load(from: block + SpecialBytes.blockLength)
    } while mask == 0
    return true
  }

  /// The index of the next special byte of the block, which has one.
  @inline(__always)
  mutating func take() -> Int {
    let index = block &+ mask.trailingZeroBitCount
    mask &= mask &- 1
    return index
  }

  /// Goes back.
  mutating func rewind(to index: Int) { load(from: index) }

  @inline(__always)
  private mutating func load(from index: Int) {
    block = index
    guard index < count else {
      mask = 0
      return
    }
    mask = special.masks(at: base + index).all
    let behind = index + SpecialBytes.blockLength - count
    if behind > 0 { mask &= ~0 >> UInt64(truncatingIfNeeded: behind) }
  }
}
