import Findings
import Spreadsheet
import TrackingModel

/// The texts of the last indicator as they stand in its cells, for rows that go on with them.
struct IndicatorPieces {
  let index: Int
  /// The first row of the indicator, and the last one so far.
  let firstRow: Int
  private(set) var lastRow: Int
  private var texts: [Label: [GridCell]] = [:]
  /// The texts that have grown since they were last read, the last one last: a text is put together once, however many rows it takes.
  private var grown: [Label] = []

  init(index: Int, row: Int) {
    self.index = index
    firstRow = row
    lastRow = row
  }

  mutating func add(_ cell: GridCell, _ label: Label) {
    texts[label, default: []].append(cell)
    lastRow = max(lastRow, cell.row)
  }

  /// Adds a further piece of a text.
  mutating func extend(with cell: GridCell, _ label: Label) {
    add(cell, label)
    if grown.last != label {
      grown.removeAll { $0 == label }
      grown.append(label)
    }
  }

  /// Whether the text so far filled its row: then the next row may go on with it.
  func isCut(_ label: Label) -> Bool { texts[label]?.last.map { LongText.isCut($0.text) } ?? false }

  func has(_ label: Label) -> Bool { texts[label] != nil }

  /// The texts that have grown, whole.
  mutating func removeGrown() -> [(label: Label, text: String)] {
    defer { grown = [] }
    return grown.map { label in
      let pieces = (texts[label] ?? []).map { ProsePiece(cell: $0, text: $0.text, page: 0, label: nil) }
      return (label, LongText.join(pieces) ?? "")
    }
  }
}

/// Rows that go on with the texts of the indicator above: the official page gives a text that no row can show several rows, with the
/// cells beside it merged over them; a page break ends the merges and repeats level 1.
extension IndicatorReader {
  private static let textColumns: [Label] = [.name, .target, .planned, .actual, .deviationReason, .reasonDetail]

  /// Takes the row as a further part of the last indicator; false where it is none.
  mutating func continueLast(with row: IndicatorRow, into builder: inout FormBuilder) -> Bool {
    guard let index = pieces?.index, builder.form.indicators.indices.contains(index),
      let parts = furtherParts(of: row, builder.context.grid)
    else { return false }
    for (cell, label) in parts { append(cell, label, into: &builder) }
    if let level1 = row.value(under: header.column(.level1)) {
      builder.cells.assignValue(level1, .indicator(index, .level1))
    }
    return true
  }

  /// The cells of a row as further parts of the last indicator's texts; nil where it is none.
  ///
  /// The pieces have no second reference when they grow, else each row would copy all of those before it.
  private func furtherParts(of row: IndicatorRow, _ grid: Grid) -> [(GridCell, Label)]? {
    guard let last = pieces else { return nil }
    var parts: [(GridCell, Label)] = []
    for cell in row.cells {
      guard let position = header.position(of: cell.column - row.shift) else { return nil }
      let label = header.columns[position].label
      if label == .level1, row.beginsPage, cell.level1 == levels.level1 || cell.text.trimmed == levels.level1 {
        continue
      }
      guard Self.textColumns.contains(label), last.has(label) else { return nil }
      parts.append((cell, label))
    }
    return !parts.isEmpty && isPart(parts.map(\.1), row, last, grid) ? parts : nil
  }

  private func isPart(_ labels: [Label], _ row: IndicatorRow, _ last: IndicatorPieces, _ grid: Grid) -> Bool {
    let isNamed = labels.contains(.name)
    let isValued = labels.contains { [.target, .planned, .actual].contains($0) }
    if labels.allSatisfy(last.isCut) {
      if row.beginsPage { return !isValued || !isNamed }
      // Some other column of the indicator has to be merged over both rows.
      return Self.textColumns.contains { label in
        guard !labels.contains(label), let columns = header.column(label)?.columns,
          let range = grid.tallMerge(at: row.line, columns: columns)
        else { return false }
        return range.first.row >= last.firstRow && range.first.row <= last.lastRow
      } || !isNamed
    }
    // A reason alone in its row is the rest of the reason above.
    return !isNamed && !isValued && row.line == last.lastRow + 1
  }

  private mutating func append(_ cell: GridCell, _ label: Label, into builder: inout FormBuilder) {
    guard let index = pieces?.index else { return }
    pieces?.extend(with: cell, label)
    let field = FieldPath.indicator(index, IndicatorValues.field(of: label) ?? .name)
    builder.cells.assignValue(cell, field)
    builder.diagnostics.add(.textJoined, at: cell, ["count": "2"], field: field)
  }

  /// Puts the texts of the last indicator together that have taken further rows: no more of them come.
  mutating func joinTexts(of indicators: inout [Indicator]) {
    guard let index = pieces?.index, indicators.indices.contains(index), let grown = pieces?.removeGrown() else {
      return
    }
    for (label, text) in grown {
      let line = TextReader.line(text).value
      switch label {
      case .name: indicators[index].name = line
      case .target: indicators[index].target = line.map { IndicatorValue(text: $0) }
      case .planned: indicators[index].planned = line.map { IndicatorValue(text: $0) }
      case .actual: indicators[index].actual = line.map { IndicatorValue(text: $0) }
      default: indicators[index].deviationReason = TextReader.prose(text)
      }
    }
  }
}
