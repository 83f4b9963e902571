/// What the places of marks and the number of fields tell about quotation marks that do not come in pairs.
extension RecordReader {
  /// Whether a field ends at an index, which is behind its closing mark; nil where that is undecided before more bytes come.
  func endsField(at index: Int) -> Bool? {
    guard index < buffer.count else { return isFinished ? true : nil }
    if buffer.base[index] == 0x0A || buffer.base[index] == 0x0D { return true }
    return isDelimiter(at: index)
  }

  /// Whether nothing but a delimiter or a line end stands between the end of a field and a mark.
  func isFieldStart(_ mark: Int, behindFieldEndingAt end: Int) -> Bool {
    guard end < mark else { return false }
    if buffer.base[end] == 0x0A || buffer.base[end] == 0x0D { return lineEnd(at: end) == mark }
    return end + dialect.delimiter.bytes.count == mark && isDelimiter(at: end) == true
  }

  /// Whether a mark stands where a field could begin: behind a line end or a delimiter.
  func isFieldStart(_ mark: Int) -> Bool {
    let before = buffer.base[mark - 1]
    if before == 0x0A || before == 0x0D { return true }
    let length = dialect.delimiter.bytes.count
    return mark - length >= start && isDelimiter(at: mark - length) == true
  }

  /// Whether the lines from an opening mark on are records of their own: read plainly, each has as many fields as the record before, or, where there is
  /// none, at least two of them agree. The mark was never closed then, and one further down, where a field could begin, opens another field.
  func linesAreRecords(from open: Int, to mark: Int) -> Bool {
    let base = buffer.base
    var expected = previousFieldCount > 1 ? previousFieldCount : nil
    var fields = slots.count + 1
    var lines = 0
    var index = open + 1
    while index < mark {
      if Self.isLineBreak(index, base, buffer.count) {
        guard fields > 1, fields == expected ?? fields else { return false }
        expected = fields
        lines += 1
        fields = 1
        index += 1
      } else if isDelimiter(at: index) == true {
        fields += 1
        index += dialect.delimiter.bytes.count
      } else {
        index += 1
      }
    }
    return lines > 1 || lines == 1 && previousFieldCount > 1
  }

  /// Whether a mark with text behind it closes what an earlier one opened: `"x, y" z`. The marks have protected a delimiter, and the second does not look like
  /// one that opens.
  func closesBeforeText(_ mark: Int, openedAt open: Int) -> Bool {
    guard mark - open > 1, buffer.base[mark - 1] != 0x20, !isFieldStart(mark) else { return false }
    return (open + 1..<mark).contains { isDelimiter(at: $0) == true }
  }
}
