/// Notes and instructions of several lines: `注：1.…`, and below it `2.…`, which say nothing else of what they are.
struct NoteLines {
  private var kind: CellRole.OtherKind?
  private var row = 0
  private var columns = 0...0
  /// The number of the last point; nil where none has been numbered yet.
  private var number: Int?

  /// What the line is as a further point of the note right above it; nil where it is none.
  ///
  /// Lines have to be asked about from above to below.
  ///
  /// - Parameter isLabel: Whether the words could as well be a label: then only the very next number tells that they are none.
  mutating func further(_ line: Line, isLabel: Bool) -> CellRole.OtherKind? {
    guard let first = line.cells.first else { return nil }
    if let begun = first.beginning {
      kind = begun
      row = first.area.last.row
      columns = first.column...(line.cells.last ?? first).area.last.column
      number =
        line.cells.lazy.compactMap { ListNumber.number(of: $0.text) }.first ?? Self.number(behindColonOf: first.text)
      return nil
    }
    guard let kind, line.cells.count == 1, line.row <= row + 1, columns.contains(first.column),
      let next = ListNumber.number(of: first.text), !isLabel || number.map({ $0 + 1 }) == next
    else {
      self.kind = nil
      return nil
    }
    row = first.area.last.row
    number = next
    return kind
  }

  /// What the line is where its first cell is nothing but the heading of a note and its first point stands beside it:
  /// `填报说明： | （1）…`; nil where it is none.
  static func headed(_ line: Line) -> CellRole.OtherKind? {
    guard line.cells.count > 1, let kind = line.cells[0].beginning,
      line.cells[0].text.trimmed.count <= 6,
      line.cells.dropFirst().allSatisfy({ ListNumber.number(of: $0.text) != nil })
    else { return nil }
    return kind
  }

  private static func number(behindColonOf text: String) -> Int? {
    guard let colon = text.firstIndex(where: { "：:".contains($0) }) else { return nil }
    return ListNumber.number(of: String(text[text.index(after: colon)...].prefix(12)))
  }
}
