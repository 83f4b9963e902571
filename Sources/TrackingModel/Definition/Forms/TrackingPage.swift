extension PageDefinition {
  /// The page of 财政项目支出绩效跟踪表: eight columns, A to H.
  static let tracking = PageDefinition(
    blocks: [
      Block(
        rows: [[Cell(.field(.title), a...h, .title)], [Cell(.field(.period), a...h, .period)]], isUnbroken: true),
      Block(
        rows: [
          [label(OfficialLabel.project, a...a), Cell(.field(.project), b...h, .prose)],
          [
            label(OfficialLabel.supervisingDepartment, a...a),
            Cell(.field(.supervisingDepartment), b...d, .prose),
            label(OfficialLabel.implementingUnit, e...e), Cell(.field(.implementingUnit), f...h, .prose),
          ],
        ], isUnbroken: true),
      Block(
        label: "\(TrackingParts.budget.label) (\(TrackingParts.budget.unit))",
        rows: [budgetHeader] + TrackingParts.budget.funds.map(budgetRow), isUnbroken: true),
      Block(
        label: OfficialLabel.goals,
        rows: [
          [label(OfficialLabel.goalsExpected, b...d), label(OfficialLabel.goalsActual, e...h)],
          [
            Cell(.field(.goalsExpected), b...d, .prose, space: 7), Cell(.field(.goalsActual), e...h, .prose, space: 7),
          ],
        ]),
      Block(
        label: OfficialLabel.indicators,
        rows: [
          zip(b...h, TrackingParts.indicators.fields).map { column, field in
            label(field.label, column...column)
          }
        ],
        eachIndicator: [
          zip(b...h, TrackingParts.indicators.fields).map { column, field in
            Cell(.indicator(field.key), column...column, look(of: field), space: 2.1)
          }
        ]),
      Block(
        label: OfficialLabel.assessment,
        rows: [
          [label(OfficialLabel.budgetCompletion, b...d), Cell(.field(.budgetCompletion), e...h, .value)],
          [label(OfficialLabel.goalCompletion, b...d), Cell(.field(.goalCompletion), e...h, .value)],
        ], staysWithPrevious: true),
      Block(
        label: OfficialLabel.correctiveMeasures,
        rows: [[Cell(.field(.correctiveMeasures), b...h, .prose, space: 4)]], staysWithPrevious: true),
    ],
    // At the usual margins a share is the seventh of a digit that widths are rounded to. At the usual size of text A then holds six characters,
    // so that its labels break where words end by themselves (预算执行情况/(万元)), B five, C seven (服务对象满意度/指标), D six beside its
    // indent, E ten digits and signs (=100.00(%)) in any font, F and G five (跟踪期计划/完成值), H 执行率(%).
    shares: [77, 65, 89, 88, 80, 65, 65, 64], merged: .level1,
    flexible: Flexible(.deviationReason, longerThan: 60, growing: h, shrinking: d, steps: [12, 24]))

  private static let (a, b, d, e, f, h) = (0, 1, 3, 4, 5, 7)

  private static func label(_ words: String, _ columns: ClosedRange<Int>) -> Cell {
    Cell(.label(words), columns, .label)
  }

  /// Columns E to H.
  private static let amounts = Array(zip(4..., BudgetColumn.allCases))

  private static let budgetHeader: [Cell] =
    [Cell(.blank, b...d, .label)] + amounts.map { label($1.officialLabel, $0...$0) }

  private static func budgetRow(_ fund: Fund) -> [Cell] {
    [label(fund.officialLabel, b...d)] + amounts.map { Cell(.amount(fund, $1), $0...$0, .amount) }
  }

  private static func look(of field: IndicatorField) -> Look {
    switch field.kind {
    case .name, .prose: .prose
    case .level: .level
    default: .value
    }
  }
}
