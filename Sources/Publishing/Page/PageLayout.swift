import TrackingModel

/// The standard form as data: which label and which field stands where, row by row, in columns A to H.
///
/// Drawing, the template and the review copy all follow this one description; nothing else knows where anything stands.
enum PageLayout {
  /// A column of the page.
  enum Column: Int, CaseIterable, Comparable {
    case a, b, c, d, e, f, g, h

    static func < (left: Column, right: Column) -> Bool { left.rawValue < right.rawValue }
  }

  /// How a cell is set.
  enum Look: Int, CaseIterable {
    case title, period, label, prose, value, amount
    /// A label that would break inside a word, kept on one line and shown a little smaller where it has to be.
    case line
  }

  /// What stands in a cell.
  enum Content {
    case label(String)
    case field(PageField)
    /// A field of the indicator that the row is drawn for.
    case indicator(IndicatorField)
    case blank
  }

  struct Cell {
    let columns: ClosedRange<Column>
    let content: Content
    let look: Look

    static func label(_ words: String, _ columns: ClosedRange<Column>) -> Cell {
      Cell(columns: columns, content: .label(words), look: .label)
    }

    static func line(_ words: String, _ columns: ClosedRange<Column>) -> Cell {
      Cell(columns: columns, content: .label(words), look: .line)
    }

    static func field(_ field: PageField, _ columns: ClosedRange<Column>, _ look: Look) -> Cell {
      Cell(columns: columns, content: .field(field), look: look)
    }

    static func indicator(_ field: IndicatorField, _ column: Column, _ look: Look) -> Cell {
      Cell(columns: column...column, content: .indicator(field), look: look)
    }
  }

  /// Rows that belong together.
  struct Block {
    /// What stands in column A, merged over all rows of the block; nil where the rows say themselves what stands there.
    var label: String?
    var rows: [[Cell]]
    /// The row that is drawn for every indicator, behind the others.
    var eachIndicator: [Cell]?
    /// Whether no page ends before the block: it stays with the last rows before it.
    var staysWithPrevious = false
  }

  static let blocks: [Block] = [
    Block(rows: [[.field(.title, .a ... .h, .title)], [.field(.period, .a ... .h, .period)]]),
    Block(rows: [
      [.label(OfficialLabel.project, .a ... .a), .field(.project, .b ... .h, .prose)],
      [
        .label(OfficialLabel.supervisingDepartment, .a ... .a), .field(.supervisingDepartment, .b ... .d, .prose),
        .label(OfficialLabel.implementingUnit, .e ... .e), .field(.implementingUnit, .f ... .h, .prose),
      ],
    ]),
    Block(label: OfficialLabel.budget + " (万元)", rows: [budgetHeader] + Fund.allCases.map(budgetRow)),
    Block(
      label: OfficialLabel.goals,
      rows: [
        [.label(OfficialLabel.goalsExpected, .b ... .d), .label(OfficialLabel.goalsActual, .e ... .h)],
        [.field(.goalsExpected, .b ... .d, .prose), .field(.goalsActual, .e ... .h, .prose)],
      ]),
    Block(label: OfficialLabel.indicators, rows: [indicatorHeader], eachIndicator: indicatorRow),
    Block(
      label: OfficialLabel.assessment,
      rows: [
        [.label(OfficialLabel.budgetCompletion, .b ... .d), .field(.budgetCompletion, .e ... .h, .value)],
        [.label(OfficialLabel.goalCompletion, .b ... .d), .field(.goalCompletion, .e ... .h, .value)],
      ], staysWithPrevious: true),
    Block(
      label: OfficialLabel.correctiveMeasures, rows: [[.field(.correctiveMeasures, .b ... .h, .prose)]],
      staysWithPrevious: true),
  ]

  private static let amountColumns: [(BudgetColumn, Column)] = [
    (.initialBudget, .e), (.periodBudget, .f), (.periodExpenditure, .g), (.executionRate, .h),
  ]

  private static let budgetHeader: [Cell] =
    [Cell(columns: .b ... .d, content: .blank, look: .label)]
    + amountColumns.map { .line($0.officialLabel, $1...$1) }

  private static func budgetRow(_ fund: Fund) -> [Cell] {
    [.label(fund.officialLabel, .b ... .d)] + amountColumns.map { .field(.amount(fund, $0), $1...$1, .amount) }
  }

  private static let indicatorHeader: [Cell] = [
    .label(OfficialLabel.level1, .b ... .b), .label(OfficialLabel.level2, .c ... .c),
    .label(OfficialLabel.level3, .d ... .d), .label(OfficialLabel.target, .e ... .e),
    .label(OfficialLabel.planned, .f ... .f), .label(OfficialLabel.actual, .g ... .g),
    .line(OfficialLabel.deviationReason, .h ... .h),
  ]

  private static let indicatorRow: [Cell] = [
    .indicator(.level1, .b, .value), .indicator(.level2, .c, .value), .indicator(.name, .d, .prose),
    .indicator(.target, .e, .value), .indicator(.planned, .f, .value), .indicator(.actual, .g, .value),
    .indicator(.deviationReason, .h, .prose),
  ]

  /// How the printable width is shared among the columns. In the font that is named and at the usual sizes of text, A holds six characters, so
  /// that its labels break where words end (预算执行情况/(万元)), B five, C seven (可持续影响指标), F and G five (跟踪期计划/完成值).
  static let shares: [Double] = [64.9, 56.1, 77, 79, 64, 56, 56, 58]
  /// How small a level may be shown to stay on one line (服务对象满意度指标), of its size.
  static let leastShrinking = 0.78
  /// What a column for long reasons may take from that of the indicators' names.
  static let lentShares: [Double] = [12, 22]
}
