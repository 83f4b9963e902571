extension RecordReader {
  /// How a field that begins with a quotation mark ends.
  enum QuotedEnd {
    /// With a closing mark; a delimiter, a line end or the end of the bytes is the next special thing.
    case closed(FieldSlot)
    /// Not at all: the mark opens nothing, and the field is to be read as it stands.
    case literal(Doubt.Kind)
    /// With a mark behind which text follows: the field is to be read as it stands, but the delimiters up to here are none.
    case closedBeforeText
    case needsInput
  }

  /// Reads a quoted field from its opening mark to behind its closing mark.
  /// - Parameters:
  ///   - isSpaced: Whether spaces stand before the mark.
  ///   - lines: Is raised by the line breaks inside.
  @inline(__always)
  mutating func scanQuoted(
    from open: Int, isSpaced: Bool, _ cursor: inout SpecialCursor, _ lines: inout Int
  ) -> QuotedEnd {
    guard vain.contains(open) else {
      return scanQuoted(from: open, isSpaced: isSpaced, jumpingAt: .max, &cursor, &lines)
    }
    return scanQuotedAgain(from: open, isSpaced: isSpaced, &cursor, &lines)
  }

  /// A field that opens where another, which was never closed, had been looked through already. Behind the marks that it begins with both
  /// are inside quotation marks and see the same, so that nothing closes it there either: it goes on where the other ended.
  private mutating func scanQuotedAgain(
    from open: Int, isSpaced: Bool, _ cursor: inout SpecialCursor, _ lines: inout Int
  ) -> QuotedEnd {
    var behindMarks = open
    while behindMarks < vain.upperBound, cursor.base[behindMarks] == cursor.base[open] { behindMarks += 1 }
    let linesBefore = lines
    let end = scanQuoted(from: open, isSpaced: isSpaced, jumpingAt: behindMarks, &cursor, &lines)
    guard case .closed = end else { return end }
    // What was passed over has lines and marks that count.
    let opening = open - start
    doubts.removeAll { $0.offset >= opening }
    lines = linesBefore
    cursor.rewind(to: open + 1)
    return scanQuoted(from: open, isSpaced: isSpaced, jumpingAt: .max, &cursor, &lines)
  }

  /// - Parameter jumpingAt: From this index on all is passed over up to the end of `vain`.
  @inline(__always)
  private mutating func scanQuoted(
    from open: Int, isSpaced: Bool, jumpingAt: Int, _ cursor: inout SpecialCursor, _ lines: inout Int
  ) -> QuotedEnd {
    var jumpingAt = jumpingAt
    let base = cursor.base
    let count = cursor.count
    let quote = base[open]
    let delimiter = dialect.delimiter.bytes[0]
    let delimiterLength = dialect.delimiter.bytes.count
    var marks = FieldSlot.quotedMark
    var skip = 0
    /// The first mark of the last pair.
    var pair = -1
    /// Whether a mark inside has turned out to be text: then the file does not double its marks, at least not here.
    var hasSingleMarks = false
    let linesBefore = lines
    var hasCountedFields = false
    while true {
      if cursor.mask == 0, !cursor.advance() {
        let isTooLong = count - open > quotedLimit + 1
        return isFinished || isTooLong ? unclosed(from: open, to: count) : .needsInput
      }
      let at = cursor.take()
      if at >= jumpingAt {
        jumpingAt = .max
        cursor.rewind(to: vain.upperBound)
        continue
      }
      let byte = base[at]
      if at < skip {
        if Self.isLineBreak(at, base, count) { lines += 1 }
      } else if at &- open > quotedLimit {
        return unclosed(from: open, to: at)
      } else if byte == quote {
        guard at + 1 < count || isFinished else { return .needsInput }
        let following = at + 1 < count ? base[at + 1] : 0x0A
        if following == quote {
          if hasSingleMarks {
            guard let ends = endsField(at: at + 2) else { return .needsInput }
            if ends {
              cursor.rewind(to: at + 2)
              return .closed(FieldSlot(from: open &+ 1 &- start, to: at &+ 1 &- start, marks: marks))
            }
          }
          marks |= FieldSlot.escapedMark
          pair = at
          skip = at + 2
          continue
        }
        let slot = FieldSlot(from: open &+ 1 &- start, to: at &- start, marks: marks)
        let isPlainEnd =
          following == delimiter && delimiterLength == 1 || following == 0x0A || following == 0x0D
        if isPlainEnd, !isSpaced { return .closed(slot) }
        guard let end = fieldEnd(behind: at) else { return .needsInput }
        if end >= 0 {
          if isSpaced || end > at + 1 { doubt(.spacesAroundQuotes, at: open) }
          return .closed(slot)
        }
        if pair >= 0, isFieldStart(at, behindFieldEndingAt: pair + 2) {
          // What looked like a pair was a mark of the text and the one that closes.
          if base[pair + 2] == 0x0A || base[pair + 2] == 0x0D { lines -= 1 }
          doubt(.undoubledQuote, at: pair)
          cursor.rewind(to: pair + 2)
          return .closed(FieldSlot(from: open &+ 1 &- start, to: pair &+ 1 &- start, marks: marks))
        }
        if lines > linesBefore, !hasCountedFields, isFieldStart(at) {
          hasCountedFields = true
          if linesAreRecords(from: open, to: at) { return .literal(.unclosedQuote) }
        }
        switch judge(at) {
        case .text:
          doubt(.undoubledQuote, at: at)
          if !isFieldStart(at) { hasSingleMarks = true }
        case .neverQuoted:
          if lines == linesBefore, closesBeforeText(at, openedAt: open) { return .closedBeforeText }
          return .literal(.textBehindQuote)
        case .needsInput: return .needsInput
        }
      } else if byte == 0x0A || byte == 0x0D {
        guard byte == 0x0A || at + 1 < count || isFinished else { return .needsInput }
        if Self.isLineBreak(at, base, count) { lines += 1 }
      } else if byte == dialect.escape {
        guard let past = escapedEnd(at: at) else { return .needsInput }
        skip = past
        marks |= FieldSlot.escapedMark
      }
    }
  }

  /// Nothing closes the field that opens at one index before another.
  private mutating func unclosed(from open: Int, to end: Int) -> QuotedEnd {
    vain = (vain.contains(open) ? vain.lowerBound : open + 1)..<max(open + 1, end)
    return .literal(.unclosedQuote)
  }

  /// The index behind a closing mark and the spaces after it where the field ends there, -1 where it does not, nil where that
  /// cannot be told before more bytes come.
  private func fieldEnd(behind mark: Int) -> Int? {
    var index = mark + 1
    while true {
      guard index < buffer.count else { return isFinished ? index : nil }
      let byte = buffer.base[index]
      if byte == 0x0A || byte == 0x0D { return index }
      guard let ends = isDelimiter(at: index) else { return nil }
      if ends { return index }
      guard let length = spaceLength(at: index) else { return nil }
      guard length > 0 else { return -1 }
      index += length
    }
  }

  private mutating func judge(_ mark: Int) -> QuoteVerdict.Answer {
    verdict.judge(from: mark + 1, in: buffer.base, count: buffer.count, isFinished: isFinished, dialect: dialect)
  }
}
