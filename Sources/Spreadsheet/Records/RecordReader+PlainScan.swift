extension RecordReader {
  /// Finds the end of the record from `start` on and its fields, where they are as in nearly all files: unquoted, or in
  /// quotation marks with neither marks nor line ends inside.
  ///
  /// It takes nothing that `scan()` would read in another way, which the tests prove; so it is nothing but a short cut.
  ///
  /// - Returns: false, and nothing has changed but the slots, where the record is not all there or not so plain.
  mutating func scanPlain() -> Bool {
    let base = buffer.base
    let count = buffer.count
    let quote = dialect.quote ?? 0x0A
    let delimiter = dialect.delimiter.bytes[0]
    var block = start & ~(SpecialBytes.blockLength &- 1)
    var masks = buffer.masks + start / SpecialBytes.blockLength
    let ahead: UInt64 = ~0 << UInt64(truncatingIfNeeded: start &- block)
    var delimiters = masks.pointee.delimiters & ahead
    var stops = masks.pointee.stops & ahead
    var field = start
    /// Whether the field at hand has had its closing mark, so that what comes next ends no other.
    var isClosed = false
    slots.reserve(SpecialBytes.blockLength + 1)
    var slot = slots.base
    while true {
      let stop = stops & (0 &- stops)
      // The delimiters in front of the first stop; of all 64 bytes where there is none.
      var passed = delimiters & (stop &- 1)
      while passed != 0 {
        let at = block &+ passed.trailingZeroBitCount
        passed &= passed &- 1
        slot.pointee = FieldSlot(from: field &- start, to: at &- start)
        slot += 1
        field = at &+ 1
      }
      if stop == 0 {
        block &+= SpecialBytes.blockLength
        guard block < count else { return false }
        masks += 1
        delimiters = masks.pointee.delimiters
        stops = masks.pointee.stops
        slots.count = slot - slots.base
        slots.reserve(SpecialBytes.blockLength + 1)
        slot = slots.base + slots.count
        continue
      }
      let at = block &+ stop.trailingZeroBitCount
      stops ^= stop
      delimiters &= ~(stop &- 1)
      let byte = base[at]
      if byte == 0x0A || byte == 0x0D {
        guard at &+ 1 < count || byte == 0x0A, at &- start < FieldSlot.addressable else { return false }
        if !isClosed {
          slot.pointee = FieldSlot(from: field &- start, to: at &- start)
          slot += 1
        }
        slots.count = slot - slots.base
        completePlain(endingAt: at, byte)
        return true
      }
      guard byte == quote, at == field, !isClosed else { return false }
      // The next stop has to be the closing mark, and a delimiter or line end to stand behind it.
      while stops == 0 {
        block &+= SpecialBytes.blockLength
        guard block < count else { return false }
        masks += 1
        delimiters = masks.pointee.delimiters
        stops = masks.pointee.stops
      }
      let closing = stops & (0 &- stops)
      let end = block &+ closing.trailingZeroBitCount
      guard end &+ 1 < count, base[end] == quote, end &- at <= quotedLimit else { return false }
      stops ^= closing
      delimiters &= ~(closing &- 1)
      slot.pointee = FieldSlot(from: at &+ 1 &- start, to: end &- start, marks: FieldSlot.quotedMark)
      slot += 1
      let following = base[end &+ 1]
      if following == delimiter {
        field = end &+ 2
        // The delimiter is spent; it may be the first byte of the next block.
        if end &+ 1 &- block == SpecialBytes.blockLength {
          block &+= SpecialBytes.blockLength
          masks += 1
          delimiters = masks.pointee.delimiters
          stops = masks.pointee.stops
        }
        delimiters &= delimiters &- 1
      } else if following == 0x0A || following == 0x0D {
        isClosed = true
      } else {
        return false
      }
      slots.count = slot - slots.base
      slots.reserve(SpecialBytes.blockLength + 1)
      slot = slots.base + slots.count
    }
  }

  @inline(__always)
  private mutating func completePlain(endingAt last: Int, _ byte: UInt8) {
    end = last
    nextStart = last &+ 1
    nextLine = line &+ 1
    if byte == 0x0A {
      lineEnds.lineFeed &+= 1
    } else if buffer.base[last &+ 1] == 0x0A {
      nextStart = last &+ 2
      lineEnds.carriageReturnLineFeed &+= 1
    } else {
      lineEnds.carriageReturn &+= 1
    }
  }
}
