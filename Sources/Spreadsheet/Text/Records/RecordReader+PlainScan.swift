extension RecordReader {
  /// Where the plain scan left off: 64 bytes, and what of them it has not looked at.
  struct PlainBlock {
    /// The index of the first byte; nil where the masks are to be made afresh.
    var index: Int?
    var masks = SpecialBytes.Masks()
  }

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
    var block = plain.index ?? start
    var masks = plain.masks
    if plain.index == nil || start - block >= SpecialBytes.blockLength {
      block = start
      masks = special.masks(at: base + block)
    } else {
      let seen = UInt64(truncatingIfNeeded: start - block)
      masks.delimiters &= ~0 << seen
      masks.stops &= ~0 << seen
    }
    var field = start
    /// Whether the field at hand has had its closing mark, so that what comes next ends no other.
    var isClosed = false
    slots.reserve(SpecialBytes.blockLength + 1)
    var slot = slots.base
    while true {
      let stop = masks.stops & (0 &- masks.stops)
      // The delimiters in front of the first stop; of all 64 bytes where there is none.
      var delimiters = masks.delimiters & (stop &- 1)
      while delimiters != 0 {
        let at = block &+ delimiters.trailingZeroBitCount
        delimiters &= delimiters &- 1
        slot.pointee = FieldSlot(from: field &- start, to: at &- start)
        slot += 1
        field = at &+ 1
      }
      if stop == 0 {
        block &+= SpecialBytes.blockLength
        guard block < count else { return false }
        masks = special.masks(at: base + block)
        slots.count = slot - slots.base
        slots.reserve(SpecialBytes.blockLength + 1)
        slot = slots.base + slots.count
        continue
      }
      let at = block &+ stop.trailingZeroBitCount
      guard at < count else { return false }
      masks.stops ^= stop
      masks.delimiters &= ~(stop &- 1)
      let byte = base[at]
      if byte == 0x0A || byte == 0x0D {
        guard at &+ 1 < count || byte == 0x0A, at &- start < FieldSlot.addressable else { return false }
        if !isClosed {
          slot.pointee = FieldSlot(from: field &- start, to: at &- start)
          slot += 1
        }
        slots.count = slot - slots.base
        completePlain(endingAt: at, byte)
        plain = PlainBlock(index: block, masks: masks)
        return true
      }
      guard byte == quote, at == field, !isClosed else { return false }
      // The next stop has to be the closing mark, and a delimiter or line end to stand behind it.
      while masks.stops == 0 {
        block &+= SpecialBytes.blockLength
        guard block < count else { return false }
        masks = special.masks(at: base + block)
      }
      let closing = masks.stops & (0 &- masks.stops)
      let end = block &+ closing.trailingZeroBitCount
      guard end &+ 1 < count, base[end] == quote, end &- at <= quotedLimit else { return false }
      masks.stops ^= closing
      masks.delimiters &= ~(closing &- 1)
      slot.pointee = FieldSlot(from: at &+ 1 &- start, to: end &- start, marks: FieldSlot.quotedMark)
      slot += 1
      let following = base[end &+ 1]
      if following == delimiter {
        field = end &+ 2
        // The delimiter is spent; it may be the first byte of the next block.
        if end &+ 1 &- block < SpecialBytes.blockLength {
          masks.delimiters &= masks.delimiters &- 1
        } else {
          block = end &+ 2
          guard block < count else { return false }
          masks = special.masks(at: base + block)
        }
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
