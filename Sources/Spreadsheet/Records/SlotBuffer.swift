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

  /// Fills one more slot.
  ///
  /// - Precondition: Capacity has been reserved for it.
  @inline(__always)
  mutating func append(_ slot: FieldSlot) {
    precondition(count < capacity, "no space for a field")
    base[count] = slot
    count &+= 1
  }

  /// Reserves capacity for more slots behind those that are there.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let new = UnsafeMutablePointer<FieldSlot>.allocate(capacity: larger)
    new.update(from: base, count: count)
    base.deallocate()
    base = new
    capacity = larger
  }
}
