import TrackingModel

/// What speaks for and against reading a row of the indicator table under a certain shift: all of it is listed here.
///
/// The numbers are weights: what hardly happens in a table read rightly weighs most.
enum PlacementEvidence {
  /// A cell that stands under no heading at all.
  static let outside = -4
  /// A level under the heading of its own level, as the catalog has it.
  static let levelInPlace = 3
  /// A word that another row has in the same column.
  static let levelOfNeighbors = 2
  /// A word of the other level only.
  static let levelOfAnotherColumn = -3
  /// A quantity where a level or a name stands.
  static let quantityForWords = -3
  static let name = 1
  /// A name spelled like a level, 指标 and all: an indicator can be called so, but hardly is.
  static let nameLikeLevel = -1
  static let nameMissing = -4
  /// A name with no value beside it.
  static let valueMissing = -1
  /// `≥90(%)` under the heading of targets.
  static let targetWithSign = 2
  static let number = 1
  /// `≥90(%)` under any other heading.
  static let signElsewhere = -1
  /// A level under the heading of a value.
  static let levelForValue = -2
  /// A quantity for a reason.
  static let quantityForReason = -2
  /// 无 for a reason: what is written there most often, and hardly as a value.
  static let nothingToExplain = 1
  /// A reason that says again what the value beside it says.
  static let reasonRepeatsValue = -2
  /// A name that a value of its row says again.
  static let nameRepeatsValue = -3
  /// A level of a unit's own where all others are the catalog's.
  static let ownLevelAmongKnown = -2
  /// Words in a column of quantities, or a quantity in a column of words, as the neighbors have it.
  static let wordsAmongQuantities = -2
  static let quantityAmongWords = -1
  /// A column that nearly all rows fill, left blank.
  static let blankForNeighbors = -1
  /// The one level of a row that stands where its header does is taken for level 2 though it stands in level 1's place.
  static let loneLevel = -1
  /// A row names level 1 and no level 2.
  static let secondMissing = -1
  /// A row usually stands where its header does.
  static let inPlace = 2
  /// A row usually stands as the row above does.
  static let change = -1
  /// A reading that leads by less is in doubt.
  static let close = 3
}

/// What the rows of a table that can be read in place tell about its columns.
struct TableNeighbors: Equatable {
  private var level1: Set<LabelText.Key> = []
  private var level2: Set<LabelText.Key> = []
  private var ownLevels2 = 0
  private var filled: [Int]
  private var quantities: [Int]
  private var rows = 0

  init(columns: Int) {
    filled = [Int](repeating: 0, count: columns)
    quantities = filled
  }

  mutating func add(_ row: IndicatorRow, _ header: IndicatorHeader) {
    rows += 1
    for (position, column) in header.columns.enumerated() {
      guard let cell = row.value(under: column) else { continue }
      filled[position] += 1
      if CellShape(cell).isQuantity { quantities[position] += 1 }
      guard let key = cell.label?.key else { continue }
      if column.label == .level1 { level1.insert(key) }
      if column.label == .level2 {
        level2.insert(key)
        if cell.level2 == nil { ownLevels2 += 1 }
      }
    }
  }

  func hasLevel1(_ cell: GridCell) -> Bool { cell.label.map { level1.contains($0.key) } ?? false }
  func hasLevel2(_ cell: GridCell) -> Bool { cell.label.map { level2.contains($0.key) } ?? false }

  /// Whether every level 2 is the catalog's.
  var knowsAllLevels2: Bool { ownLevels2 == 0 && !level2.isEmpty }

  /// Whether nearly all rows fill the column.
  func isUsuallyFilled(_ position: Int) -> Bool { rows > 1 && filled[position] * 5 >= rows * 4 }

  /// Whether nearly all cells of the column are quantities, or nearly all words; nil where they are neither.
  func hasQuantities(_ position: Int) -> Bool? {
    guard filled[position] > 1 else { return nil }
    if quantities[position] * 5 >= filled[position] * 4 { return true }
    return quantities[position] * 5 <= filled[position] ? false : nil
  }
}
