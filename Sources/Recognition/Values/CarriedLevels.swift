import TrackingModel

/// The levels of the rows of an indicator table or a ledger, where a row names only those that change.
///
/// A level that a row does not name is that of the row above; level 2 only where level 1 is the same too, and not in a table that names its level 2 on every
/// row, where a blank one is missing. A level 2 of the catalog that cannot stand under the level 1 above, or has none above it, tells its level 1.
struct CarriedLevels {
  /// The levels of one row, and which of them it does not name itself.
  struct Row {
    var level1: String?
    var level2: String?
    /// Whether level 1 follows from level 2.
    var isDerived = false
    var carriesLevel1 = false
    var carriesLevel2 = false
  }

  /// The levels of the row above.
  private(set) var level1: String?
  private(set) var level2: String?
  private var repetition = LevelRepetition()

  /// A row of its own has named a level, for the rows below.
  mutating func begin(level1: String) {
    self.level1 = level1
    level2 = nil
  }

  mutating func begin(level2: String) { self.level2 = level2 }

  /// The levels of the next row.
  ///
  /// - Parameters:
  ///   - own: What the row's own cells name.
  ///   - covering: What merged cells over the row name.
  ///   - beginsPage: Whether the row is the first of a page, which names again what goes on.
  mutating func next(
    own: (level1: String?, level2: String?), covering: (level1: String?, level2: String?) = (nil, nil),
    beginsPage: Bool = false
  ) -> Row {
    var row = Row(level1: own.level1 ?? covering.level1, level2: own.level2 ?? covering.level2)
    if own.level2 != nil, own.level2 == level2, !beginsPage { repetition.sawAgain(besideLevel1: own.level1 != nil) }
    if row.level1 == nil {
      if let parent = row.level2.flatMap(parent) {
        row.level1 = parent
        row.isDerived = true
      } else if let level1 {
        row.level1 = level1
        row.carriesLevel1 = true
      }
    }
    if row.level2 == nil, let level2, row.level1 == level1, !repetition.isOnEveryRow(besideLevel1: own.level1 != nil) {
      row.level2 = level2
      row.carriesLevel2 = true
      repetition.sawBlank()
    }
    level1 = row.level1
    level2 = row.level2
    return row
  }

  /// The level 1 that follows from level 2, where the one above is none that it can stand under.
  private func parent(of own: String) -> String? {
    guard let parent = IndicatorCatalog.parent(ofLevel2: own) else { return nil }
    guard let level1 else { return parent }
    // The row above has this level 2 under its level 1, wherever it belongs; and below a level 1 of a unit's own anything can stand.
    guard own != level2, IndicatorCatalog.level1(level1) != nil else { return nil }
    return IndicatorCatalog.accepts(level2: own, under: level1) ? nil : parent
  }
}

/// What the rows so far tell of whether a table names its level 2 on every row, or once for all rows that go on with it.
private struct LevelRepetition {
  private var repeats = false
  private var repeatsBesideLevel1 = 0
  private var goesOn = false

  /// A row has named the level 2 of the row above once more; a page break does so too, and then names level 1 again with it.
  mutating func sawAgain(besideLevel1: Bool) {
    if besideLevel1 { repeatsBesideLevel1 += 1 } else { repeats = true }
  }

  /// A row has gone on with the level 2 above.
  mutating func sawBlank() { goesOn = true }

  /// Whether a row without level 2 lacks one, rather than going on with the one above.
  func isOnEveryRow(besideLevel1: Bool) -> Bool {
    !goesOn && (repeats || besideLevel1 && repeatsBesideLevel1 > 1)
  }
}
