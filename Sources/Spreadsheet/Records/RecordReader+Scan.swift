extension RecordReader {
  /// Finds the end of the record from `start` on, and its fields.
  ///
  /// Every decision depends only on bytes that are there; where they run out, nothing is decided, and the record is
  /// scanned again from its beginning when more have come. That makes the result independent of how the bytes were cut.
  mutating func scan() -> Step {
    var cursor = SpecialCursor(at: start, buffer: buffer)
    let base = cursor.base
    let count = cursor.count
    let delimiter = dialect.delimiter.bytes[0]
    let delimiterLength = dialect.delimiter.bytes.count
    let quote = dialect.quote ?? delimiter
    /// Where the field at hand begins; -1 behind a closing mark, when its slot is filled.
    var field = start
    var marks: UInt32 = 0
    var lines = 0
    /// Whether a quotation mark of the field at hand is text, as all others then are.
    var isUnquoted = false
    /// Special bytes before this index have lost their meaning to an escape character.
    var skip = 0

    slots.reserve(SpecialBytes.blockLength + 1)
    while true {
      if cursor.mask == 0 {
        slots.reserve(SpecialBytes.blockLength + 1)
        guard cursor.advance() else { break }
      }
      let at = cursor.next()
      let byte = base[at]
      if at < skip {
        if Self.isLineBreak(at, base, count) { lines += 1 }
      } else if byte == delimiter {
        if delimiterLength > 1 {
          guard let matches = isDelimiter(at: at) else { return .needsInput }
          if !matches { continue }
        }
        if field >= 0 { slots.append(FieldSlot(from: field &- start, to: at &- start, marks: marks)) }
        marks = 0
        field = at &+ delimiterLength
        isUnquoted = false
      } else if byte == 0x0A || byte == 0x0D {
        guard let next = lineEnd(at: at) else { return .needsInput }
        if field >= 0 { slots.append(FieldSlot(from: field &- start, to: at &- start, marks: marks)) }
        return complete(endingAt: at, next: next, lines: lines &+ 1)
      } else if byte == quote {
        guard !isUnquoted, field >= 0, onlySpaces(from: field, to: at) else {
          isUnquoted = true
          // Once for a field says enough.
          if doubts.last.map({ $0.offset < field - start }) ?? true { doubt(.strayQuote, at: at) }
          continue
        }
        let linesBefore = lines
        switch scanQuoted(from: at, isSpaced: at > field, &cursor, &lines) {
        case .closed(let slot):
          slots.append(slot)
          field = -1
        case .needsInput: return .needsInput
        case .closedBeforeText:
          doubt(.textBehindQuote, at: at)
          isUnquoted = true
        case .literal(let kind):
          let opening = at - start
          doubts.removeAll { $0.offset >= opening }
          doubt(kind, at: at)
          lines = linesBefore
          isUnquoted = true
          cursor.rewind(to: at + 1)
        }
        // The cursor may stand in another block, for whose fields no capacity has been reserved.
        slots.reserve(SpecialBytes.blockLength + 1)
      } else {
        guard let past = escapedEnd(at: at) else { return .needsInput }
        skip = past
        marks |= FieldSlot.escapedMark
      }
    }
    guard isFinished else { return .needsInput }
    if field >= 0 { slots.append(FieldSlot(from: field - start, to: count - start, marks: marks)) }
    return complete(endingAt: count, next: count, lines: lines)
  }
}
