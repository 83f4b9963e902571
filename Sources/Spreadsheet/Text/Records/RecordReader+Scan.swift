extension RecordReader {
  /// Finds the end of the record from `start` on, and its fields.
  ///
  /// Every decision depends on bytes alone that are there; where they run out, nothing is decided, and the record is
  /// scanned again from its beginning when more have come. That makes the result independent of how the bytes were cut.
  mutating func scan() -> Step {
    var cursor = SpecialCursor(at: start, block: block, mask: mask, buffer: buffer, special: special)
    let base = cursor.base
    let count = cursor.count
    let delimiter = dialect.delimiter.bytes[0]
    let delimiterLength = dialect.delimiter.bytes.count
    let quote = dialect.quote ?? delimiter
    let escape = dialect.escape ?? delimiter
    let escapes = dialect.escape != nil
    var fieldStart = start
    var marks: UInt32 = 0
    var lines = 0
    var skip = 0

    slots.reserve(SpecialBytes.blockLength + 1)
    while true {
      if cursor.mask == 0 {
        slots.reserve(SpecialBytes.blockLength + 1)
        guard cursor.advance() else { break }
      }
      let at = cursor.take()
      let byte = base[at]
      if escapes, at < skip {
        if Self.isLineBreak(at, base, count) { lines += 1 }
        continue
      }
      if byte == delimiter {
        if delimiterLength > 1 {
          guard let matches = isDelimiter(at: at) else { return .needsInput }
          if !matches { continue }
        }
        push(from: fieldStart, to: at, marks: marks)
        marks = 0
        fieldStart = at + delimiterLength
      } else if byte == 0x0A || byte == 0x0D {
        guard let next = lineEnd(at: at) else { return .needsInput }
        push(from: fieldStart, to: at, marks: marks)
        return complete(endingAt: at, next: next, lines: lines + 1, cursor)
      } else if byte == quote {
        guard at == fieldStart || onlySpaces(from: fieldStart, to: at) else {
          doubt(.strayQuote, at: at)
          continue
        }
        let linesBefore = lines
        let doubtsBefore = doubts.count
        switch scanQuoted(from: at, spaced: at > fieldStart, &cursor, &lines) {
        case .needsInput: return .needsInput
        case .literal(let kind):
          doubts.removeSubrange(doubtsBefore...)
          doubt(kind, at: at)
          lines = linesBefore
          cursor.rewind(to: at + 1)
        case .closed(let after):
          guard after < count else {
            return complete(endingAt: after, next: after, lines: lines, cursor)
          }
          cursor.skip(to: after + 1)
          if base[after] == 0x0A || base[after] == 0x0D {
            guard let next = lineEnd(at: after) else { return .needsInput }
            return complete(endingAt: after, next: next, lines: lines + 1, cursor)
          }
          fieldStart = after + delimiterLength
        }
      } else if escapes, byte == escape {
        guard let past = escapedEnd(at: at) else { return .needsInput }
        skip = past
        marks |= FieldSlot.escapedMark
      }
    }
    guard isFinished else { return .needsInput }
    push(from: fieldStart, to: count, marks: marks)
    return complete(endingAt: count, next: count, lines: lines, cursor)
  }
}
