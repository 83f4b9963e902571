import Findings

extension Refusal {
  /// As many of the bytes from the fault on are shown, where there are as many.
  static let invalidBytesShown = 4

  /// Bytes that are not valid in their encoding: where they stand, what they are and what was expected.
  /// - Parameters:
  ///   - bytes: The bytes from the fault on.
  ///   - offset: Bytes before the fault in the file.
  ///   - reader: The reader that has been fed all text before the fault.
  init(invalidBytesIn bytes: [UInt8], at offset: Int, behind reader: borrowing RecordReader, as encoding: TextEncoding)
  {
    let (line, column) = reader.positionBehindInput
    let found = bytes.prefix(Self.invalidBytesShown).map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }
    self.init(
      .textInvalidBytes,
      at: Place(position: BytePosition(line: line, column: column, byteOffset: offset)),
      [
        "line": String(line), "column": String(column), "offset": String(offset),
        "found": found.joined(separator: " "), "expected": encoding.name,
      ])
  }
}

extension RecordReader {
  /// Line and column, from 1, of what would be fed next.
  var positionBehindInput: (line: Int, column: Int) {
    position(behind: buffer.count - nextStart, from: nextStart, onLine: nextLine)
  }

  /// Line and column, from 1 and in characters, of a place in the record.
  func position(of offset: Int) -> (line: Int, column: Int) {
    position(behind: offset, from: start, onLine: line)
  }

  private func position(behind length: Int, from first: Int, onLine firstLine: Int) -> (line: Int, column: Int) {
    var line = firstLine
    var column = 1
    for index in first..<(first + length) {
      if Self.isLineBreak(index, buffer.base, buffer.count) {
        line += 1
        column = 1
      } else if buffer.base[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
