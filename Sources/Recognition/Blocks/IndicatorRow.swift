import TrackingModel

/// How one row of the indicator table stands under its header: how far it is shifted, and where its levels and name are.
///
/// Rows lose cells on their left when a vertically merged cell is dropped or a page break cuts the table (the form's shapes A to
/// E), so what the cells say decides where they belong, and everything right of the name follows the header shifted as the name is.
struct IndicatorRow {
  /// Columns by which the row stands right of its header; negative where it is shifted to the left.
  let shift: Int
  var level1: GridCell?
  var level2: GridCell?
  var name: GridCell?
  /// Cells left of the name that are neither level.
  var strays: [GridCell] = []

  /// - Parameter cells: Those of one row, from left to right.
  init(_ cells: [GridCell], header: IndicatorHeader) {
    let nameColumn = header.nameColumn
    let words = Self.levelWords(cells, header: header)
    let rest = cells[words.end...]
    let candidate = rest.first
    if words.level1 == nil, words.level2 == nil {
      shift = Self.shiftWithoutLevels(cells, header: header)
      placeByColumns(cells, header: header)
      return
    }
    level1 = words.level1
    level2 = words.level2
    strays = words.strays
    let levelShift = Self.levelShift(level1, level2, header: header)
    guard let candidate else {
      shift = levelShift
      return
    }
    let nameShift = Self.distance(candidate.column, from: nameColumn)
    if nameShift > 0, nameShift > levelShift {
      // The name is missing; what follows is a value.
      shift = levelShift
      return
    }
    shift = nameShift
    name = candidate
  }

  /// The leading words that are levels: a pair where the first can be level 1 and the second level 2, otherwise one.
  private static func levelWords(
    _ cells: [GridCell], header: IndicatorHeader
  ) -> (level1: GridCell?, level2: GridCell?, strays: [GridCell], end: Int) {
    let nameColumn = header.nameColumn
    // A serial number may stand in front.
    var start = 0
    if let serial = header.columns.first(where: { $0.label == .indicatorExtra }), let first = cells.first,
      serial.columns.upperBound < nameColumn.lowerBound, serial.columns.contains(first.column)
    {
      start = 1
    }
    guard start < cells.count, cells[start].column < nameColumn.lowerBound else { return (nil, nil, [], start) }
    let first = cells[start]
    let second = start + 1 < cells.count ? cells[start + 1] : nil
    let strays = Array(cells[..<start])
    let firstIs1 = first.level1 != nil
    let firstIs2 = first.level2 != nil
    if firstIs1, let second, second.column <= nameColumn.lowerBound, second.level2 != nil {
      // `成本指标, 经济成本指标, name`: the second is a level only where another cell can be the name.
      if second.column < nameColumn.lowerBound { return (first, second, strays, start + 2) }
    }
    if firstIs1, let level1 = header.column(.level1), header.column(.level2) != nil,
      level1.columns.contains(first.column)
    {
      let next = second.map { distance($0.column, from: nameColumn) }
      if next == 0 || next == nil || !firstIs2 { return unknownLevel2(first, cells, header, strays, start) }
    }
    if firstIs2 { return (nil, first, strays, start + 1) }
    if firstIs1 { return unknownLevel2(first, cells, header, strays, start) }
    return (nil, nil, strays, start)
  }

  /// Level 1 is known; a word of nobody's catalogue may stand between it and the name.
  private static func unknownLevel2(
    _ first: GridCell, _ cells: [GridCell], _ header: IndicatorHeader, _ strays: [GridCell], _ start: Int
  ) -> (level1: GridCell?, level2: GridCell?, strays: [GridCell], end: Int) {
    if let level1 = header.column(.level1), let level2 = header.column(.level2), start + 1 < cells.count {
      let shift = distance(first.column, from: level1.columns)
      let between = level2.columns.lowerBound + shift...level2.columns.upperBound + shift
      let second = cells[start + 1]
      if between.contains(second.column), start + 2 < cells.count,
        header.nameColumn.contains(cells[start + 2].column - shift)
      {
        return (first, second, strays, start + 2)
      }
    }
    return (first, nil, strays, start + 1)
  }

  private static func levelShift(_ level1: GridCell?, _ level2: GridCell?, header: IndicatorHeader) -> Int {
    if let level2, let column = header.column(.level2) ?? header.column(.level1) {
      return distance(level2.column, from: column.columns)
    }
    if let level1, let column = header.column(.level1) { return distance(level1.column, from: column.columns) }
    return 0
  }

  /// 0 within the columns, else how far outside.
  static func distance(_ column: Int, from columns: ClosedRange<Int>) -> Int {
    if columns.contains(column) { return 0 }
    return column - columns.lowerBound
  }

  /// A row that names no level known: unshifted where something stands in the name's column, else as far as its first cell is.
  private static func shiftWithoutLevels(_ cells: [GridCell], header: IndicatorHeader) -> Int {
    guard let first = cells.first else { return 0 }
    let nameColumn = header.nameColumn
    if cells.contains(where: { nameColumn.contains($0.column) }) {
      // With every level dropped, the name stands where the first column is and a value in the name's place.
      guard first.column < nameColumn.lowerBound, let atName = cells.first(where: { nameColumn.contains($0.column) }),
        looksLikeValue(atName), !looksLikeValue(first),
        cells.last.map({ $0.column }) ?? 0 < (header.columns.last?.columns.lowerBound ?? 0)
      else { return 0 }
      return first.column - nameColumn.lowerBound
    }
    guard first.column < nameColumn.lowerBound else { return 0 }
    let before = cells.last { $0.column < nameColumn.lowerBound } ?? first
    let follows = cells.contains { $0.column > before.column }
    return follows ? before.column - nameColumn.lowerBound : 0
  }

  private static func looksLikeValue(_ cell: GridCell) -> Bool {
    cell.cell.kind == .number || IndicatorValue(text: cell.text).amount != nil
  }

  private mutating func placeByColumns(_ cells: [GridCell], header: IndicatorHeader) {
    let nameColumn = header.nameColumn
    for cell in cells {
      let column = cell.column - shift
      if nameColumn.contains(column), name == nil {
        name = cell
      } else if column < nameColumn.lowerBound {
        if header.column(.level2)?.columns.contains(column) == true, level2 == nil {
          level2 = cell
        } else if header.column(.level1)?.columns.contains(column) == true, level1 == nil {
          level1 = cell
        } else {
          strays.append(cell)
        }
      }
    }
  }
}
