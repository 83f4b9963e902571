import Foundation

/// The fields of the record at hand; grows, and is used again for every record.
struct SlotBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<FieldSlot>
  private(set) var capacity = 256
  var count = 0

  init() { base = Self.reallocated(nil, capacity) }

  deinit { free(base) }

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
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    base = Self.reallocated(base, larger)
    capacity = larger
  }

  /// Larger memory with the same slots; that of millions of fields is moved by its pages and not copied.
  private static func reallocated(
    _ base: UnsafeMutablePointer<FieldSlot>?, _ capacity: Int
  ) -> UnsafeMutablePointer<FieldSlot> {
    guard let memory = realloc(base, capacity * MemoryLayout<FieldSlot>.stride) else { fatalError("out of memory") }
    return memory.bindMemory(to: FieldSlot.self, capacity: capacity)
  }
}
