import TrackingModel

/// A row with what its cells look like, weighed under any shift.
struct WeighedRow {
  private let row: IndicatorRow
  private let shapes: [CellShape]

  init(_ row: IndicatorRow) {
    self.row = row
    shapes = row.cells.map(CellShape.init)
  }

  /// The evidence for the row under this shift.
  func evidence(
    shift: Int, loneLevelIsSecond: Bool, _ header: IndicatorHeader, _ neighbors: TableNeighbors
  ) -> Int {
    var sum = shift == 0 ? PlacementEvidence.inPlace : 0
    if loneLevelIsSecond, shift == 0 { sum += PlacementEvidence.loneLevel }
    var placed = PlacedCells()
    for (index, cell) in row.cells.enumerated() where !cell.isNone {
      guard let position = header.position(of: cell.column - shift) else {
        sum += PlacementEvidence.outside
        continue
      }
      var label = header.columns[position].label
      if loneLevelIsSecond, label == .level1 { label = .level2 }
      placed.add(cell, at: position, label)
      sum += evidence(index, under: label, placed, neighbors)
      if header.columns[position].label.isFree { sum += evidence(index, asIn: position, neighbors) }
    }
    return sum + placed.evidence(header, neighbors)
  }

  /// What one cell says for its column.
  ///
  /// - Parameter placed: The cells up to this one.
  private func evidence(_ index: Int, under label: Label, _ placed: PlacedCells, _ neighbors: TableNeighbors) -> Int {
    let cell = row.cells[index]
    switch label {
    case .level1:
      return level(
        index, knows: cell.level1 != nil, knowsOther: cell.level2 != nil, isOfNeighbors: neighbors.hasLevel1(cell))
    case .level2:
      return level(
        index, knows: cell.level2 != nil, knowsOther: cell.level1 != nil, isOfNeighbors: neighbors.hasLevel2(cell))
        + (cell.level2 == nil && neighbors.knowsAllLevels2 ? PlacementEvidence.ownLevelAmongKnown : 0)
    case .name: return name(index, neighbors)
    case .deviationReason, .reasonDetail:
      return (shapes[index] != .words ? PlacementEvidence.quantityForReason : 0)
        + (NoneMark.isNothing(cell.text) ? PlacementEvidence.nothingToExplain : 0)
        + (placed.lastValue?.text == cell.text ? PlacementEvidence.reasonRepeatsValue : 0)
    case .target: return value(index, sign: PlacementEvidence.targetWithSign)
    case .planned, .actual: return value(index, sign: PlacementEvidence.signElsewhere)
    default: return 0
    }
  }

  /// Whether a cell under a heading of the unit's own looks like those of its neighbors.
  private func evidence(_ index: Int, asIn position: Int, _ neighbors: TableNeighbors) -> Int {
    guard let hasQuantities = neighbors.hasQuantities(position), hasQuantities != shapes[index].isQuantity else {
      return 0
    }
    return hasQuantities ? PlacementEvidence.wordsAmongQuantities : PlacementEvidence.quantityAmongWords
  }

  private func level(_ index: Int, knows: Bool, knowsOther: Bool, isOfNeighbors: Bool) -> Int {
    if shapes[index] != .words { return PlacementEvidence.quantityForWords }
    if knows { return PlacementEvidence.levelInPlace }
    if isOfNeighbors { return PlacementEvidence.levelOfNeighbors }
    return knowsOther ? PlacementEvidence.levelOfAnotherColumn : 0
  }

  private func name(_ index: Int, _ neighbors: TableNeighbors) -> Int {
    let cell = row.cells[index]
    var sum = shapes[index] != .words ? PlacementEvidence.quantityForWords : PlacementEvidence.name
    if cell.level1 != nil || cell.level2 != nil { sum += PlacementEvidence.nameLikeLevel }
    if neighbors.hasLevel2(cell) { sum -= PlacementEvidence.levelOfNeighbors }
    return sum
  }

  private func value(_ index: Int, sign: Int) -> Int {
    if row.cells[index].level1 != nil || row.cells[index].level2 != nil { return PlacementEvidence.levelForValue }
    switch shapes[index] {
    case .words, .date: return 0
    case .number: return PlacementEvidence.number
    case .signed: return sign
    }
  }
}

/// Where the cells of a row have come to stand under one shift, and what that says of the row as a whole.
private struct PlacedCells {
  /// The positions of the headings that have a cell.
  private var filled = Set<Int>()
  private var hasLevel1 = false
  private var hasLevel2 = false
  private var name: GridCell?
  private var hasValue = false
  private var repeatsName = false
  /// The last planned or actual value.
  private(set) var lastValue: GridCell?

  mutating func add(_ cell: GridCell, at position: Int, _ label: Label) {
    filled.insert(position)
    switch label {
    case .level1: hasLevel1 = true
    case .level2: hasLevel2 = true
    case .name: name = cell
    case .target, .planned, .actual:
      hasValue = true
      if label != .target { lastValue = cell }
      if cell.text == name?.text { repeatsName = true }
    default: break
    }
  }

  func evidence(_ header: IndicatorHeader, _ neighbors: TableNeighbors) -> Int {
    var sum = 0
    if repeatsName { sum += PlacementEvidence.nameRepeatsValue }
    if hasLevel1, !hasLevel2, header.column(.level2) != nil { sum += PlacementEvidence.secondMissing }
    if hasValue, name == nil { sum += PlacementEvidence.nameMissing }
    if !hasValue, name != nil { sum += PlacementEvidence.valueMissing }
    for (position, column) in header.columns.enumerated() where neighbors.isUsuallyFilled(position) {
      guard !filled.contains(position), column.label != .level1, column.label != .level2 else { continue }
      sum += PlacementEvidence.blankForNeighbors
    }
    return sum
  }
}

extension Label {
  /// Whether the column can hold anything, so that only its neighbors tell what it holds.
  fileprivate var isFree: Bool {
    switch self {
    case .level1, .level2, .name, .target, .planned, .actual, .deviationReason, .reasonDetail: false
    default: true
    }
  }
}
