import Findings

/// The bytes of a record and of the CONTINUE records behind it, as one.
struct ContinuedBytes {
  let records: BIFFRecords
  /// What is left of the current record.
  private var rest: UnsafeRawBufferPointer

  /// - Parameter offset: Bytes of the current record that are passed over.
  init(_ records: BIFFRecords, from offset: Int = 0) {
    self.records = records
    rest = UnsafeRawBufferPointer(rebasing: records.data[min(offset, records.data.count)...])
  }

  /// Whether a byte follows, in this record or in one that continues it.
  mutating func hasMore() throws(Refusal) -> Bool {
    while rest.isEmpty {
      guard try records.nextContinuation() else { return false }
      rest = records.data
    }
    return true
  }

  /// nil where the bytes are at their end.
  mutating func byte() throws(Refusal) -> UInt8? {
    guard try hasMore() else { return nil }
    let byte = rest[0]
    rest = UnsafeRawBufferPointer(rebasing: rest[1...])
    return byte
  }

  mutating func uint16() throws(Refusal) -> Int? {
    if rest.count >= 2 {
      let number = rest.uint16(at: 0)
      rest = UnsafeRawBufferPointer(rebasing: rest[2...])
      return number
    }
    guard let low = try byte(), let high = try byte() else { return nil }
    return Int(high) << 8 | Int(low)
  }

  mutating func uint32() throws(Refusal) -> Int? {
    guard let low = try uint16(), let high = try uint16() else { return nil }
    return high << 16 | low
  }

  /// Takes a string of the shared table that lies in the current record as a whole, and is set in one piece ([MS-XLS] 2.5.293): nearly all do.
  ///
  /// - Returns: What the closure makes of its characters; nil where the string is none of these, or the closure returns nil. Nothing is taken then.
  @inline(__always)
  mutating func wholeString<Value>(_ body: (StoredCharacters) -> Value?) -> Value? {
    guard rest.count >= 3 else { return nil }
    let flags = rest[2]
    let isWide = flags & 0x01 != 0
    let end = 3 + rest.uint16(at: 0) << (isWide ? 1 : 0)
    // The others are counts of runs and of phonetic text.
    guard flags & 0x0C == 0, end <= rest.count else { return nil }
    let characters = StoredCharacters(bytes: UnsafeRawBufferPointer(rebasing: rest[3..<end]), isWide: isWide)
    guard let value = body(characters) else { return nil }
    rest = UnsafeRawBufferPointer(rebasing: rest[end...])
    return value
  }

  /// Passes over so many bytes; says whether they were there.
  mutating func skip(_ count: Int) throws(Refusal) -> Bool {
    var left = count
    while left > 0 {
      guard try hasMore() else { return false }
      let piece = min(left, rest.count)
      rest = UnsafeRawBufferPointer(rebasing: rest[piece...])
      left -= piece
    }
    return true
  }

  /// Reads the characters of a string, of which each record states again whether they have one byte or two ([MS-XLS] 2.5.293, `rgb`).
  ///
  /// - Parameter flags: The first of these bits, by which they begin.
  /// - Returns: false where they end before that.
  mutating func characters(_ count: Int, flags: UInt8, into text: inout UnicodeText) throws(Refusal) -> Bool {
    var isWide = flags & 1 != 0
    var left = count
    while left > 0 {
      if rest.isEmpty {
        guard let next = try byte() else { return false }
        isWide = next & 1 != 0
        continue
      }
      let size = isWide ? 2 : 1
      let piece = min(left, rest.count / size)
      let bytes = UnsafeRawBufferPointer(rebasing: rest[..<(piece * size)])
      if isWide { text.appendWide(bytes) } else { text.appendNarrow(bytes) }
      rest = UnsafeRawBufferPointer(rebasing: rest[(piece * size)...])
      left -= piece
      guard left > 0, !rest.isEmpty else { continue }
      // One half of a character is left in this record, the other follows behind the bits.
      guard let low = try byte(), let next = try byte(), next & 1 != 0, let high = try byte() else { return false }
      text.append(UInt16(high) << 8 | UInt16(low))
      left -= 1
    }
    return true
  }
}
