extension RecordReader {
  /// Fields of the record; at least one.
  public var fieldCount: Int { slots.count }

  /// Bytes between the beginning of the stream and the record.
  public var byteOffset: Int { buffer.offset + start }

  /// Whether the record is a blank line.
  public var isBlank: Bool { end == start }

  /// The bytes of the record without its line end, as they stand.
  ///
  /// - Precondition: There is a record: `next()` was the last call, and found one.
  public func withRecordBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    precondition(slots.count > 0, "no record")
    return body(UnsafeBufferPointer(start: buffer.base + start, count: end - start))
  }

  /// Whether a field stands in quotation marks.
  public func isQuoted(_ field: Int) -> Bool { slots[field].isQuoted }

  /// Whether a field is the empty string.
  @inline(__always)
  public func isEmpty(_ field: Int) -> Bool {
    let slot = slots[field]
    return slot.start == slot.end
  }

  /// Whether doubled quotation marks or escapes are to be undone in a field.
  func isEscaped(_ field: Int) -> Bool { slots[field].isEscaped }

  /// Bytes between the beginning of the record and the field with its quotation mark.
  public func offset(of field: Int) -> Int {
    slots[field].offset
  }

  /// A field's bytes, without the quotation marks around them but with those inside as they stand.
  @inline(__always)
  public func withBytes<Result>(of field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let slot = slots[field]
    return body(UnsafeBufferPointer(start: buffer.base + start + slot.start, count: slot.end - slot.start))
  }

  /// The fields as they stand in memory.
  var view: FieldView {
    FieldView(bytes: buffer.base + start, slots: UnsafeBufferPointer(start: slots.base, count: slots.count))
  }

  /// A field's content; bytes that are not UTF-8 become U+FFFD.
  public func text(of field: Int) -> String {
    if slots[field].isEscaped { return String(decoding: bytes(of: field), as: UTF8.self) }
    return withBytes(of: field) { String(decoding: $0, as: UTF8.self) }
  }

  /// A field's content as bytes.
  public func bytes(of field: Int) -> [UInt8] {
    let slot = slots[field]
    return withBytes(of: field) { slot.isEscaped ? unescaped($0, isQuoted: slot.isQuoted) : Array($0) }
  }

  /// Undoes doubled quotation marks and escapes.
  private func unescaped(_ raw: UnsafeBufferPointer<UInt8>, isQuoted: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      let isPair =
        byte == dialect.escape && losesMeaning(raw, at: index + 1)
        || isQuoted && byte == dialect.quote && index + 1 < raw.count && raw[index + 1] == byte
      if isPair { index += 1 }
      result.append(raw[index])
      index += 1
    }
    return result
  }

  /// Whether an escape character before this place means something; before anything else it is text.
  private func losesMeaning(_ raw: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index < raw.count else { return false }
    let byte = raw[index]
    if byte == dialect.escape || byte == dialect.quote || byte == 0x0A || byte == 0x0D { return true }
    return raw[index...].starts(with: dialect.delimiter.bytes)
  }
}
