import Findings
import TrackingModel

/// An indicator table from its header on.
struct IndicatorTable {
  var reader: IndicatorReader
  var extent: IndicatorExtent
  /// The label down its left side.
  let blockLabel: GridCell?
  /// The label of the long-term table, where this is one that stands beside or above the year's.
  let otherTable: GridCell?

  /// Whether the line goes on with the table after something else has come between.
  func isResumed(by line: Line) -> Bool {
    let (labels, cells) = extent.split(line)
    if extent.span?.contains(line.row) == true { return extent.kind(line, cells) == .row }
    guard line.cells.count > 2, let first = line.cells.first else { return false }
    if !extent.keepsPlaces(of: line.row), line.cells.prefix(2).contains(where: { $0.level1 != nil || $0.level2 != nil })
    {
      return true
    }
    let name = cells.first { extent.header.nameColumn.contains($0.column) }
    return extent.fits(cells) && (labels.isEmpty ? first.token.isPlain : true) && name?.cell.kind == .text
      && name.map { IndicatorValue(text: $0.text).amount == nil } == true
  }
}

extension FormReader {
  /// Reads the table whose header begins here; the next line to read.
  mutating func readIndicators(_ found: IndicatorHeader, from start: Int) -> Int {
    closeTexts()
    var header = found
    header.resolveRepetitions(above: lines[..<start], hidden: builder.context.grid.sheet.hiddenColumns)
    let rows = start + header.lineCount
    let label = blockLabel(of: header, start..<min(rows + 1, lines.count))
    var extent = IndicatorExtent(header: header, keepsPlaces: keepsPlaces(from: start, label))
    if let label { extent.extendSpan(label) }
    let reader = IndicatorReader(header: header, after: table?.reader)
    reader.assignHeader(lines[start..<rows], into: &builder)
    if let label { builder.cells.assignLabel(label) }
    let isOther = label.map { TableLabel($0) == .ofALongerTime } ?? false && findTableOfTheYear()
    let table = IndicatorTable(
      reader: reader, extent: extent, blockLabel: label, otherTable: isOther ? label : nil)
    return readRows(table, from: rows, beginsPage: sawTable)
  }

  /// Reads rows of the table until something else begins; page numbers and titles of further pages do not end it.
  mutating func readRows(_ current: IndicatorTable, from start: Int, beginsPage: Bool = false) -> Int {
    var table = current
    var rows: [IndicatorRow] = []
    var index = start
    var beginsPage = beginsPage
    var other = table.otherTable
    let isDoubled = hasTwoTables(table, from: start)
    scan: while index < lines.count, !isNextHeader(index, table.extent) {
      let line = lines[index]
      let (labels, cells) = table.extent.split(line)
      // Behind a page break the block's label stands again, merged over the rows of that page.
      for label in labels { table.extent.extendSpan(label) }
      switch table.extent.kind(line, cells) {
      case .other: break scan
      case .page:
        for cell in line.cells where !cell.isTitle { builder.cells.assignOther(cell, .note) }
        beginsPage = true
      case .total:
        readPending(&rows, &table)
        table.reader.readTotal(cells, into: &builder)
      case .label, .row:
        if isDoubled, let label = labels.last, let kind = TableLabel(label) {
          other = kind == .ofALongerTime ? label : nil
          if let other {
            builder.diagnostics.add(.tableBesideYear, at: other, ["found": LabelText.printed(other.text)])
          }
        }
        for label in labels { builder.cells.assignLabel(label) }
        guard !cells.isEmpty else { break }
        var row = IndicatorRow(line: line.row, cells: cells, keepsPlace: table.extent.keepsPlaces(of: line.row))
        row.beginsPage = beginsPage
        row.otherTable = other
        rows.append(row)
        beginsPage = false
      }
      index += 1
    }
    readPending(&rows, &table)
    if let other = table.otherTable, !isDoubled {
      builder.diagnostics.add(.tableBesideYear, at: other, ["found": LabelText.printed(other.text)])
      return index
    }
    self.table = table
    return index
  }

  private mutating func readPending(_ rows: inout [IndicatorRow], _ table: inout IndicatorTable) {
    guard !rows.isEmpty else { return }
    table.reader.read(rows, blockLabel: table.blockLabel, into: &builder)
    rows = []
  }

  /// Whether another header begins here. Within the rows of the block's merged label only one like this table's own is taken for one:
  /// what stands under a heading may say anything.
  private func isNextHeader(_ index: Int, _ extent: IndicatorExtent) -> Bool {
    guard let next = IndicatorHeader(lines[index...]) else { return false }
    guard extent.span != nil, extent.keepsPlaces(of: lines[index].row) else { return true }
    return next.columns.count { column in
      extent.header.columns.contains { $0.cell.column == column.cell.column && $0.cell.text == column.cell.text }
    } * 2 > next.columns.count
  }

  /// The label down the left side: in the header's first line, or in the first row where the merged cell's text fell there.
  private func blockLabel(of header: IndicatorHeader, _ range: Range<Int>) -> GridCell? {
    let left = min(header.firstColumn, header.nameColumn.lowerBound)
    for line in lines[range] {
      if let cell = line.cells.last(where: { $0.column < left && TableLabel.isLabel($0) }) { return cell }
    }
    return nil
  }

  /// Whether merged cells tell where the cells of the table stand: those of the table itself, or of texts that were repeated for them.
  private func keepsPlaces(from start: Int, _ label: GridCell?) -> Bool {
    guard !repeatsMerges else { return true }
    let last = label.flatMap { $0.area.rows.count > 1 ? $0.area.last.row : nil } ?? lines[lines.count - 1].row
    return builder.context.grid.hasMerges(in: lines[start].row...max(lines[start].row, last))
  }

  /// Whether some label on the form heads the indicators of the year, or indicators without saying of what time.
  private mutating func findTableOfTheYear() -> Bool {
    let found =
      hasTableOfTheYear
      ?? lines.contains { line in
        line.cells.first.map { TableLabel.isLabel($0) && TableLabel($0) != .ofALongerTime } ?? false
      }
    hasTableOfTheYear = found
    return found
  }

  /// Whether the rows under one header are those of two tables, distinguished by the labels down the left side.
  private func hasTwoTables(_ table: IndicatorTable, from start: Int) -> Bool {
    let left = min(table.extent.header.firstColumn, table.extent.header.nameColumn.lowerBound)
    // One label stands down the left side of nearly every table.
    guard lines[start...].contains(where: { $0.cells.first.map { $0.column < left && $0.label != nil } ?? false })
    else { return false }
    var kinds: Set<Bool> = []
    var index = start
    while index < lines.count, !isNextHeader(index, table.extent) {
      let (labels, cells) = table.extent.split(lines[index])
      if table.extent.kind(lines[index], cells) == .other { break }
      if let kind = labels.last.flatMap(TableLabel.init) { kinds.insert(kind == .ofTheYear) }
      index += 1
    }
    if let label = table.blockLabel.flatMap(TableLabel.init) { kinds.insert(label == .ofTheYear) }
    return kinds.count > 1
  }
}
