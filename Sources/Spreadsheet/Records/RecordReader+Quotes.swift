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
    guard vain.range.contains(open) else {
      return scanQuoted(from: open, isSpaced: isSpaced, givingUpAt: .max, &cursor, &lines)
    }
    var behindMarks = open
    while behindMarks < vain.range.upperBound, cursor.base[behindMarks] == cursor.base[open] { behindMarks += 1 }
    return scanQuoted(from: open, isSpaced: isSpaced, givingUpAt: behindMarks, &cursor, &lines)
  }

  /// - Parameter givingUpAt: From this index on nothing closes the field, as long as no mark inside has turned out to be text.
  @inline(__always)
  private mutating func scanQuoted(
    from open: Int, isSpaced: Bool, givingUpAt: Int, _ cursor: inout SpecialCursor, _ lines: inout Int
  ) -> QuotedEnd {
    var givingUpAt = givingUpAt
    let base = cursor.base
    let count = cursor.count
    let quote = base[open]
    let delimiter = dialect.delimiter.bytes[0]
    let delimiterLength = dialect.delimiter.bytes.count
    var marks = FieldSlot.quotedMark
    var skip = 0
    /// The first mark of the last pair.
    var pair = -1
    /// Behind the first mark inside that has turned out to be text: then the file does not double its marks, at least not here.
    var singleMarks = Int.max
    let linesBefore = lines
    var hasCountedFields = false
    while true {
      if cursor.mask == 0, !cursor.advance() {
        let isTooLong = count - open > quotedLimit + 1
        if givingUpAt < .max { return givenUp(singleMarks: singleMarks) }
        guard isFinished || isTooLong else { return .needsInput }
        return unclosed(from: open, to: count, singleMarks: singleMarks)
      }
      let at = cursor.next()
      if at >= givingUpAt { return givenUp(singleMarks: singleMarks) }
      let byte = base[at]
      if at < skip {
        if Self.isLineBreak(at, base, count) { lines += 1 }
      } else if at &- open > quotedLimit {
        return unclosed(from: open, to: at, singleMarks: singleMarks)
      } else if byte == quote {
        guard at + 1 < count || isFinished else { return .needsInput }
        let following = at + 1 < count ? base[at + 1] : 0x0A
        if following == quote {
          if singleMarks <= at {
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
        switch decide(at) {
        case .text:
          doubt(.undoubledQuote, at: at)
          if singleMarks == .max, !isFieldStart(at) {
            singleMarks = at + 1
            if givingUpAt < .max { givingUpAt = max(givingUpAt, min(vain.singleMarks, vain.range.upperBound)) }
          }
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

  /// Nothing closes a field that opens where another has found no closing mark.
  private mutating func givenUp(singleMarks: Int) -> QuotedEnd {
    vain.singleMarks = min(vain.singleMarks, singleMarks)
    return .literal(.unclosedQuote)
  }

  /// Nothing closes the field that opens at one index before another. Of bytes behind the limit nothing is known, however many were there.
  private mutating func unclosed(from open: Int, to end: Int, singleMarks: Int) -> QuotedEnd {
    vain = VainStretch(range: open + 1..<max(open + 1, min(end, open + 1 + quotedLimit)), singleMarks: singleMarks)
    return .literal(.unclosedQuote)
  }

  /// The index behind a closing mark and the spaces after it where the field ends there, -1 where it does not, nil where that
  /// is undecided before more bytes come.
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

  private mutating func decide(_ mark: Int) -> QuoteVerdict.Answer {
    verdict.decide(from: mark + 1, in: buffer.base, count: buffer.count, isFinished: isFinished, dialect: dialect)
  }
}
