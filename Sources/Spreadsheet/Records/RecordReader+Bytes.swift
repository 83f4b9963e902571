extension RecordReader {
  /// Whether the delimiter stands at an index; nil where that is undecided before more bytes come.
  @inline(__always)
  func isDelimiter(at index: Int) -> Bool? {
    let bytes = dialect.delimiter.bytes
    guard index + bytes.count <= buffer.count else {
      if isFinished { return false }
      for place in index..<buffer.count where buffer.base[place] != bytes[place - index] { return false }
      return nil
    }
    for place in bytes.indices where buffer.base[index + place] != bytes[place] { return false }
    return true
  }

  /// Behind the line end whose first byte stands at an index; nil for a CR behind which an LF may still come.
  @inline(__always)
  func lineEnd(at index: Int) -> Int? {
    guard buffer.base[index] == 0x0D else { return index + 1 }
    guard index + 1 < buffer.count else { return isFinished ? index + 1 : nil }
    return buffer.base[index + 1] == 0x0A ? index + 2 : index + 1
  }

  /// Behind what an escape character at an index takes the meaning from; nil where that is not there yet.
  func escapedEnd(at index: Int) -> Int? {
    guard index + 1 < buffer.count else { return isFinished ? index + 1 : nil }
    guard buffer.base[index + 1] == 0x0D else { return index + 2 }
    guard let past = lineEnd(at: index + 1) else { return nil }
    return past
  }

  /// Whether a line ends with the byte at an index; the CR of a CRLF does not.
  static func isLineBreak(_ index: Int, _ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    base[index] == 0x0A || base[index] == 0x0D && !(index + 1 < count && base[index + 1] == 0x0A)
  }

  func onlySpaces(from first: Int, to last: Int) -> Bool {
    var index = first
    while index < last, let length = spaceLength(at: index), length > 0 { index += length }
    return index == last
  }

  /// The bytes of the white space that stands at an index: a space, a tab, U+00A0 or U+3000; 0 where none does, nil where that is
  /// undecided before more bytes come.
  func spaceLength(at index: Int) -> Int? {
    let space: StaticString
    switch buffer.base[index] {
    case 0x20, 0x09: return 1
    case 0xC2: space = "\u{A0}"
    case 0xE3: space = "\u{3000}"
    default: return 0
    }
    for offset in 0..<space.utf8CodeUnitCount {
      guard index + offset < buffer.count else { return isFinished ? 0 : nil }
      if buffer.base[index + offset] != space.utf8Start[offset] { return 0 }
    }
    return space.utf8CodeUnitCount
  }

  mutating func doubt(_ kind: Doubt.Kind, at index: Int) {
    guard doubts.count < Self.mostDoubts else { return }
    doubts.append(Doubt(kind: kind, offset: index - start))
  }

  @inline(__always)
  mutating func complete(endingAt last: Int, next: Int, lines: Int) -> Step {
    precondition(last - start < FieldSlot.addressable, "a record of more than 1 GiB")
    end = last
    nextStart = next
    nextLine = line + lines
    switch next - last {
    case 0: break
    case 2: lineEnds.carriageReturnLineFeed += 1
    default:
      if buffer.base[last] == 0x0A { lineEnds.lineFeed += 1 } else { lineEnds.carriageReturn += 1 }
    }
    return .record
  }
}
