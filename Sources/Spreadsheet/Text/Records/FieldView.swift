/// The fields of a record where they stand in a record reader's memory, as long as they do.
///
/// Callers in other modules compile it into their loops: a large file has more fields than anything else.
@usableFromInline
struct FieldView {
  /// The bytes of the record.
  @usableFromInline let bytes: UnsafePointer<UInt8>?
  @usableFromInline let slots: UnsafePointer<FieldSlot>?
  @usableFromInline let count: Int

  /// No record.
  static var none: FieldView { FieldView(bytes: nil, slots: nil, count: 0) }

  init(bytes: UnsafePointer<UInt8>?, slots: UnsafePointer<FieldSlot>?, count: Int) {
    self.bytes = bytes
    self.slots = slots
    self.count = count
  }

  /// A field's bytes.
  @inlinable
  subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
    guard field >= 0, field < count, let bytes, let slots else { preconditionFailure("no such field") }
    let slot = slots[field]
    return UnsafeBufferPointer(start: bytes + slot.start, count: slot.end - slot.start)
  }
}
