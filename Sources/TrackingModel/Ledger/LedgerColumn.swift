/// A column of 台账, the ledger: the flat table that holds any number of forms, one row an indicator.
///
/// These definitions are the only ones: the writer draws its header from them, and a header made of exactly these words is read back
/// exactly. Who and when stand on every row, so that rows can be filtered and sorted; what a form has once stands on its first
/// row only, so that sums over a column are right. A form without indicators has one row.
public enum LedgerColumn: Hashable, Sendable {
  // The row's form.
  case formNumber, indicatorCount, title
  case periodStart, periodEnd
  case projectCode, project
  case supervisingDepartmentCode, supervisingDepartment
  case implementingUnitCode, implementingUnit
  // Once a form.
  case amount(Fund, BudgetColumn)
  // The row's indicator.
  case indicatorNumber, level1, level2, name, target, planned, actual, deviationReason
  // Once a form.
  case goalsExpected, goalsActual, budgetCompletion, goalCompletion, correctiveMeasures
  /// What has no column of its own, as `LedgerSupplement` writes it.
  case budgetSupplement, indicatorSupplement, formSupplement

  /// All columns, in their order.
  public static let all: [LedgerColumn] =
    [
      .formNumber, .indicatorCount, .title, .periodStart, .periodEnd, .projectCode, .project,
      .supervisingDepartmentCode, .supervisingDepartment, .implementingUnitCode, .implementingUnit,
    ]
    + Fund.allCases.flatMap { fund in BudgetColumn.allCases.map { .amount(fund, $0) } }
    + [
      .indicatorNumber, .level1, .level2, .name, .target, .planned, .actual, .deviationReason,
      .goalsExpected, .goalsActual, .budgetCompletion, .goalCompletion, .correctiveMeasures,
      .budgetSupplement, .indicatorSupplement, .formSupplement,
    ]

  /// The words at the top of the column.
  public var heading: String {
    switch self {
    case .formNumber: "表号"
    case .indicatorCount: "指标数"
    case .title: "表名"
    case .periodStart: "跟踪起始月"
    case .periodEnd: "跟踪截止月"
    case .projectCode: "项目编码"
    case .project: OfficialLabel.project
    case .supervisingDepartmentCode: "主管部门编码"
    case .supervisingDepartment: OfficialLabel.supervisingDepartment
    case .implementingUnitCode: "实施单位编码"
    case .implementingUnit: OfficialLabel.implementingUnit
    case .amount(let fund, .executionRate): fund.plainLabel + "·" + BudgetColumn.executionRate.officialLabel
    case .amount(let fund, let column): fund.plainLabel + "·" + column.officialLabel + "(万元)"
    case .indicatorNumber: "指标序号"
    case .level1: OfficialLabel.level1
    case .level2: OfficialLabel.level2
    case .name: OfficialLabel.level3
    case .target: OfficialLabel.target
    case .planned: OfficialLabel.planned
    case .actual: OfficialLabel.actual
    case .deviationReason: OfficialLabel.deviationReason
    case .goalsExpected: OfficialLabel.goalsExpected
    case .goalsActual: OfficialLabel.goalsActual
    case .budgetCompletion: OfficialLabel.budgetCompletion
    case .goalCompletion: OfficialLabel.goalCompletion
    case .correctiveMeasures: OfficialLabel.correctiveMeasures
    case .budgetSupplement: "资金附加"
    case .indicatorSupplement: "指标附加"
    case .formSupplement: "表附加"
    }
  }

  /// What a column holds, and where the model keeps it.
  public enum Content: Sendable {
    /// Which form the row belongs to, from 1.
    case formNumber
    /// How many indicators that form has.
    case indicatorCount
    /// Which of them the row holds, from 1; blank where the form has none, `continuationMark` on a row that goes on with long texts.
    case indicatorNumber
    case text(WritableKeyPath<TrackingForm, String?> & Sendable)
    case month(WritableKeyPath<TrackingForm, YearMonth?> & Sendable)
    case amount(Fund, BudgetColumn)
    case judgement(WritableKeyPath<TrackingForm, Judgement?> & Sendable)
    case indicatorText(WritableKeyPath<Indicator, String?> & Sendable)
    case indicatorValue(WritableKeyPath<Indicator, IndicatorValue?> & Sendable)
    case budgetSupplement, indicatorSupplement, formSupplement
  }

  /// Stands instead of the indicator's number on a row whose texts go on where those of the row above were cut: a cell of a workbook
  /// holds at most 32,767 UTF-16 units.
  public static let continuationMark = "续"

  public var content: Content {
    switch self {
    case .formNumber: .formNumber
    case .indicatorCount: .indicatorCount
    case .indicatorNumber: .indicatorNumber
    case .title: .text(\.title)
    case .periodStart: .month(\.period.start)
    case .periodEnd: .month(\.period.end)
    case .projectCode: .text(\.project.code)
    case .project: .text(\.project.name)
    case .supervisingDepartmentCode: .text(\.supervisingDepartment.code)
    case .supervisingDepartment: .text(\.supervisingDepartment.name)
    case .implementingUnitCode: .text(\.implementingUnit.code)
    case .implementingUnit: .text(\.implementingUnit.name)
    case .amount(let fund, let column): .amount(fund, column)
    case .level1: .indicatorText(\.level1)
    case .level2: .indicatorText(\.level2)
    case .name: .indicatorText(\.name)
    case .target: .indicatorValue(\.target)
    case .planned: .indicatorValue(\.planned)
    case .actual: .indicatorValue(\.actual)
    case .deviationReason: .indicatorText(\.deviationReason)
    case .goalsExpected: .text(\.goals.expected)
    case .goalsActual: .text(\.goals.actual)
    case .budgetCompletion: .judgement(\.assessment.budgetCompletion)
    case .goalCompletion: .judgement(\.assessment.goalCompletion)
    case .correctiveMeasures: .text(\.correctiveMeasures)
    case .budgetSupplement: .budgetSupplement
    case .indicatorSupplement: .indicatorSupplement
    case .formSupplement: .formSupplement
    }
  }

  /// Whether the column says the same on every row of a form.
  public var isOnEveryRow: Bool {
    switch self {
    case .formNumber, .indicatorCount, .title, .periodStart, .periodEnd, .projectCode, .project,
      .supervisingDepartmentCode, .supervisingDepartment, .implementingUnitCode, .implementingUnit:
      true
    default: false
    }
  }

  /// Whether the column belongs to the row's indicator.
  public var isOfIndicator: Bool {
    switch self {
    case .indicatorNumber, .level1, .level2, .name, .target, .planned, .actual, .deviationReason, .indicatorSupplement:
      true
    default: false
    }
  }

  /// The field it holds: of the form, or of an indicator without its `indicators[3].`; nil for what belongs to the table.
  public var field: String? {
    switch self {
    case .formNumber, .indicatorCount, .indicatorNumber: nil
    case .title: "title"
    case .periodStart: "period.start"
    case .periodEnd: "period.end"
    case .projectCode: "project.code"
    case .project: "project.name"
    case .supervisingDepartmentCode: "supervisingDepartment.code"
    case .supervisingDepartment: "supervisingDepartment.name"
    case .implementingUnitCode: "implementingUnit.code"
    case .implementingUnit: "implementingUnit.name"
    case .amount(let fund, let column): "budget.\(fund.rawValue).\(column.rawValue)"
    case .level1: "level1"
    case .level2: "level2"
    case .name: "name"
    case .target: "target"
    case .planned: "planned"
    case .actual: "actual"
    case .deviationReason: "deviationReason"
    case .goalsExpected: "goals.expected"
    case .goalsActual: "goals.actual"
    case .budgetCompletion: "assessment.budgetCompletion"
    case .goalCompletion: "assessment.goalCompletion"
    case .correctiveMeasures: "correctiveMeasures"
    case .budgetSupplement: "budget.additional"
    case .indicatorSupplement, .formSupplement: "extras"
    }
  }
}

extension Fund {
  /// The row's label without the words that only make sense below another row.
  fileprivate var plainLabel: String { officialLabel.replacing("其中：", with: "") }
}
