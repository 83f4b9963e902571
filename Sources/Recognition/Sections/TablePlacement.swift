import Findings
import TrackingModel

/// Where the rows of an indicator table stand under their header, decided for the table as a whole.
///
/// A row whose place merged cells tell stands where it is. Where they are lost (text files, merged cells taken apart), rows lose cells
/// on their left: a merged level is dropped, a page break cuts the table. Even then a table that makes sense as it stands is read so.
/// Otherwise all rows are weighed together under all shifts, and the reading of the whole table with the most evidence wins; a row that
/// another reading fits nearly as well is in doubt.
struct TablePlacement {
  /// A row that could as well be read another way.
  struct Doubt {
    let row: Int
    /// The row as the next best reading has it.
    let other: IndicatorRow
  }

  private(set) var rows: [IndicatorRow]
  private(set) var doubts: [Doubt] = []

  /// Shifts that a row can have lost; more cells than these are not dropped.
  private static let shifts = [0, -1, -2, -3, 1, 2]

  private static let impossible = -1000

  /// A way to read a row.
  private struct Reading: Equatable {
    let shift: Int
    let loneLevelIsSecond: Bool
  }

  init(_ rows: [IndicatorRow], header: IndicatorHeader) {
    self.rows = rows
    let senseless = rows.map { !$0.keepsPlace && !Self.makesSense($0, header) }
    guard senseless.contains(true) else { return }
    var neighbors = TableNeighbors(columns: header.columns.count)
    for (row, isSenseless) in zip(rows, senseless) where !isSenseless { neighbors.add(row, header) }
    weigh(header, neighbors)
    // What rows say that have been found in place, the others may say too: 产出指标 can be a unit's own level 2 on a whole table.
    var found = neighbors
    let doubtful = Set(doubts.map(\.row))
    for (index, row) in self.rows.enumerated()
    where senseless[index] && row.shift == 0 && !row.loneLevelIsSecond && !doubtful.contains(index) {
      found.add(row, header)
    }
    guard found != neighbors else { return }
    self.rows = rows
    doubts = []
    weigh(header, found)
  }

  /// Whether the row leaves nothing without a sense where it stands.
  private static func makesSense(_ row: IndicatorRow, _ header: IndicatorHeader) -> Bool {
    var first: GridCell?
    var name: GridCell?
    var hasValue = false
    for cell in row.cells where !cell.isNone {
      guard let position = header.position(of: cell.column) else { return false }
      switch header.columns[position].label {
      case .level1:
        if cell.level1 == nil, cell.level2 != nil || isQuantity(cell) { return false }
        first = cell
      case .level2:
        if cell.level2 == nil, cell.level1 != nil || isQuantity(cell) { return false }
        // 成本指标 can be either level; before a word of the unit's own it may have lost the cell left of it.
        if cell.level2 == nil, let first, first.level2 != nil { return false }
      case .name:
        if isQuantity(cell) { return false }
        name = cell
      case .target, .planned, .actual:
        if cell.text == name?.text { return false }
        hasValue = true
      default: break
      }
    }
    return name != nil || !hasValue
  }

  private static func isQuantity(_ cell: GridCell) -> Bool { CellShape(cell).isQuantity }

  /// The best reading of the whole table: forward over all rows, then the margin of each row's reading from both sides.
  private mutating func weigh(_ header: IndicatorHeader, _ neighbors: TableNeighbors) {
    let readings = Self.shifts.flatMap { shift in
      [Reading(shift: shift, loneLevelIsSecond: false), Reading(shift: shift, loneLevelIsSecond: true)]
    }
    let own = rows.map { row in
      let weighed = WeighedRow(row)
      return readings.map { reading -> Int in
        if row.keepsPlace, reading.shift != 0 || reading.loneLevelIsSecond { return Self.impossible }
        if reading.loneLevelIsSecond, !Self.isLoneLevel(row, reading.shift, header) { return Self.impossible }
        return weighed.evidence(
          shift: reading.shift, loneLevelIsSecond: reading.loneLevelIsSecond, header, neighbors)
      }
    }
    let forward = Self.sums(own, readings)
    let backward = Array(Self.sums(own.reversed(), readings).reversed())
    for index in rows.indices {
      let totals = readings.indices.map { forward[index][$0] + backward[index][$0] - own[index][$0] }
      guard let best = totals.indices.max(by: { totals[$0] < totals[$1] }) else { continue }
      let others = totals.indices.filter { readings[$0].shift != readings[best].shift }
      let next = others.max { totals[$0] < totals[$1] }
      var row = rows[index]
      if let next, totals[best] - totals[next] < PlacementEvidence.close {
        row.shift = readings[next].shift
        row.loneLevelIsSecond = readings[next].loneLevelIsSecond
        doubts.append(Doubt(row: index, other: row))
      }
      rows[index].shift = readings[best].shift
      rows[index].loneLevelIsSecond = readings[best].loneLevelIsSecond
    }
  }

  /// The greatest evidence of all readings of the rows up to each one, by that one's reading.
  private static func sums(_ own: [[Int]], _ readings: [Reading]) -> [[Int]] {
    var sums: [[Int]] = []
    for evidence in own {
      guard let before = sums.last else {
        sums.append(evidence)
        continue
      }
      let best = (before.max() ?? 0) + PlacementEvidence.change
      sums.append(
        readings.indices.map { index in
          let same = readings.indices.filter { readings[$0].shift == readings[index].shift }.map { before[$0] }.max()
          return evidence[index] + max(same ?? 0, best)
        })
    }
    return sums
  }

  /// Whether the row names one level, in level 1's place, that the catalog has as level 2.
  private static func isLoneLevel(_ row: IndicatorRow, _ shift: Int, _ header: IndicatorHeader) -> Bool {
    guard let first = header.column(.level1), let second = header.column(.level2) else { return false }
    var row = row
    row.shift = shift
    guard let cell = row.value(under: first), row.value(under: second) == nil, cell.level2 != nil else { return false }
    return shift != 0 || cell.level1 == nil
  }
}
