/// The fields of a record where they stand in a record reader's memory, as long as they do.
///
/// Callers in other modules compile it into their loops: a large file has more fields than anything else.
@usableFromInline
struct FieldView {
  /// The bytes of the record.
  @usableFromInline let bytes: UnsafePointer<UInt8>?
  @usableFromInline let slots: UnsafeBufferPointer<FieldSlot>

  @inlinable var count: Int { slots.count }

  /// No record.
  static var none: FieldView { FieldView(bytes: nil, slots: UnsafeBufferPointer(start: nil, count: 0)) }

  init(bytes: UnsafePointer<UInt8>?, slots: UnsafeBufferPointer<FieldSlot>) {
    self.bytes = bytes
    self.slots = slots
  }

  /// A field's bytes.
  @inlinable
  subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(field >= 0 && field < count, "no such field")
    let slot = slots[field]
    return UnsafeBufferPointer(start: bytes.map { $0 + slot.start }, count: slot.end - slot.start)
  }
}
