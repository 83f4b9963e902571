extension PageDefinition {
  /// The page of 财政项目支出绩效跟踪表.
  static let tracking = TrackingPage(TrackingParts.indicators).definition
}

/// The official page around a table of indicators: eight columns, A to H, of which B to H are the fields of an indicator in their order. One
/// field more is one column more.
struct TrackingPage {
  private typealias Block = PageDefinition.Block
  private typealias Cell = PageDefinition.Cell

  private static let (a, b, d, e, f, h) = (0, 1, 3, 4, 5, 7)

  private let indicators: IndicatorDefinition
  /// The last column, to which all rows go.
  private let end: Int

  init(_ indicators: IndicatorDefinition) {
    self.indicators = indicators
    end = max(Self.h, Self.a + indicators.fields.count)
  }

  var definition: PageDefinition {
    PageDefinition(
      blocks: [head, names, budget, goals, table, assessment, measures], shares: shares, merged: .level1,
      flexible: flexible)
  }

  // MARK: Columns

  /// At the usual margins a share is the seventh of a digit that widths are rounded to. At the usual size of text A then holds six characters,
  /// so that its labels break where words end by themselves (预算执行情况/(万元)), B five, C seven (服务对象满意度/指标), D six beside its
  /// indent, E ten digits and signs (=100.00(%)) in any font, F and G five (跟踪期计划/完成值), H 执行率(%).
  private static let sharesOfFields: [FieldKey: Double] = [
    .level1: 65, .level2: 89, .name: 88, .target: 80, .planned: 65, .actual: 65, .deviationReason: 64,
  ]
  private static let (shareOfLabels, usualShare) = (77.0, 64.0)

  private var shares: [Double] {
    let ofFields = indicators.fields.map { Self.sharesOfFields[$0.key] ?? Self.usualShare }
    return [Self.shareOfLabels] + ofFields
      + Array(repeating: Self.usualShare, count: end - Self.a - indicators.fields.count)
  }

  /// The fields of an indicator, each with its column.
  private var columns: [(column: Int, field: IndicatorField)] {
    indicators.fields.enumerated().map { (Self.b + $0, $1) }
  }

  private func column(of key: FieldKey) -> Int? { columns.first { $0.field.key == key }?.column }

  private var flexible: PageDefinition.Flexible? {
    guard let reasons = column(of: .deviationReason), let names = column(of: .name) else { return nil }
    return .init(.deviationReason, longerThan: 60, growing: reasons, shrinking: names, steps: [12, 24])
  }

  // MARK: Blocks

  private var head: Block {
    Block(
      rows: [[Cell(.field(.title), Self.a...end, .title)], [Cell(.field(.period), Self.a...end, .period)]],
      isUnbroken: true)
  }

  private var names: Block {
    Block(
      rows: [
        [label(OfficialLabel.project, Self.a...Self.a), Cell(.field(.project), Self.b...end, .prose)],
        [
          label(OfficialLabel.supervisingDepartment, Self.a...Self.a),
          Cell(.field(.supervisingDepartment), Self.b...Self.d, .prose),
          label(OfficialLabel.implementingUnit, Self.e...Self.e),
          Cell(.field(.implementingUnit), Self.f...end, .prose),
        ],
      ], isUnbroken: true)
  }

  private var budget: Block {
    let budget = TrackingParts.budget
    let header = [Cell(.blank, Self.b...Self.d, .label)] + amounts.map { label($1.officialLabel, $0) }
    return Block(
      label: "\(budget.label) (\(budget.unit))",
      rows: [header]
        + budget.funds.map { fund in
          [label(fund.officialLabel, Self.b...Self.d)] + amounts.map { Cell(.amount(fund, $1), $0, .amount) }
        }, isUnbroken: true)
  }

  /// The amounts of a fund stand from column E on, the last one to the end.
  private var amounts: [(columns: ClosedRange<Int>, amount: BudgetColumn)] {
    zip(Self.e..., BudgetColumn.allCases).map { column, amount in
      (column...(amount == BudgetColumn.allCases.last ? end : column), amount)
    }
  }

  private var goals: Block {
    Block(
      label: OfficialLabel.goals,
      rows: [
        [label(OfficialLabel.goalsExpected, Self.b...Self.d), label(OfficialLabel.goalsActual, Self.e...end)],
        [
          Cell(.field(.goalsExpected), Self.b...Self.d, .prose, space: 7),
          Cell(.field(.goalsActual), Self.e...end, .prose, space: 7),
        ],
      ])
  }

  private var table: Block {
    Block(
      label: OfficialLabel.indicators, rows: [columns.map { label($1.label, $0...$0) }],
      eachIndicator: [columns.map { Cell(.indicator($1.key), $0...$0, Self.look(of: $1), space: 2.1) }])
  }

  private var assessment: Block {
    let rows = [
      (OfficialLabel.budgetCompletion, FieldKey.budgetCompletion), (OfficialLabel.goalCompletion, .goalCompletion),
    ]
    return Block(
      label: OfficialLabel.assessment,
      rows: rows.map { [label($0, Self.b...Self.d), Cell(.field($1), Self.e...end, .value)] }, staysWithPrevious: true)
  }

  private var measures: Block {
    Block(
      label: OfficialLabel.correctiveMeasures,
      rows: [[Cell(.field(.correctiveMeasures), Self.b...end, .prose, space: 4)]], staysWithPrevious: true)
  }

  private func label(_ words: String, _ columns: ClosedRange<Int>) -> Cell { Cell(.label(words), columns, .label) }

  private static func look(of field: IndicatorField) -> PageDefinition.Look {
    switch field.kind {
    case .name, .prose: .prose
    case .level: .level
    default: .value
    }
  }
}
