/// A column of 台账, the ledger: the flat table that holds any number of forms, one row an indicator.
///
/// The columns are those of a form's definition: the writer draws its header from them, and a header made of exactly these words is read
/// back exactly. Who and when stand on every row, so that rows can be filtered and sorted; what a form has once stands on its first
/// row only, so that sums over a column are right. A form without indicators has one row.
package enum LedgerColumn: Hashable, Sendable {
  /// Which form the row belongs to, from 1, and how many indicators that form has.
  case formNumber, indicatorCount
  case field(FormField)
  /// Once a form.
  case amount(Fund, BudgetColumn)
  /// Which of the indicators the row holds, from 1; blank where the form has none, `continuationMark` on a row that goes on with long
  /// texts.
  case indicatorNumber
  case indicatorField(IndicatorField)
  /// What has no column of its own, as `LedgerSupplement` writes it.
  case budgetSupplement, indicatorSupplement, formSupplement

  /// The columns of the official form's ledger, in their order.
  package static let all = LedgerTable.standard.columns

  /// Stands instead of the indicator's number on a row whose texts go on where those of the row above were cut: a cell of a workbook
  /// holds at most 32,767 UTF-16 units.
  package static let continuationMark = "续"

  /// The words at the top of the column.
  package var heading: String {
    switch self {
    case .formNumber: "表号"
    case .indicatorCount: "指标数"
    case .field(let field): field.heading
    case .amount(let fund, .executionRate): fund.plainLabel + "·" + BudgetColumn.executionRate.officialLabel
    case .amount(let fund, let column): fund.plainLabel + "·" + column.officialLabel + "(万元)"
    case .indicatorNumber: "指标序号"
    case .indicatorField(let field): field.heading
    case .budgetSupplement: "资金附加"
    case .indicatorSupplement: "指标附加"
    case .formSupplement: "表附加"
    }
  }

  /// Whether the column says the same on every row of a form.
  package var isOnEveryRow: Bool {
    switch self {
    case .formNumber, .indicatorCount: true
    case .field(let field): field.isIdentity
    default: false
    }
  }

  /// Whether the column belongs to the row's indicator.
  package var isOfIndicator: Bool {
    switch self {
    case .indicatorNumber, .indicatorField, .indicatorSupplement: true
    default: false
    }
  }

  /// The field it holds; of an indicator, that of the first one; nil for what belongs to the table.
  package var path: FieldPath? {
    switch self {
    case .formNumber, .indicatorCount, .indicatorNumber: nil
    case .field(let field): FieldPath(field.key)
    case .amount(let fund, let column): .budget(fund, column)
    case .indicatorField(let field): .indicator(0, field.key)
    case .budgetSupplement: FieldPath(.additionalFunds)
    case .indicatorSupplement: .indicator(0, .extras)
    case .formSupplement: FieldPath(.extras)
    }
  }

  /// The field it holds as text: of the form, or of an indicator without its `indicators[3].`; nil for what belongs to the table.
  package var field: String? { path.map { $0.indicator == nil ? $0.description : $0.key?.description ?? "" } }
}

extension LedgerColumn {
  package static let title = LedgerColumn.field(TrackingFields.title)
  package static let periodStart = LedgerColumn.field(TrackingFields.periodStart)
  package static let periodEnd = LedgerColumn.field(TrackingFields.periodEnd)
  package static let projectCode = LedgerColumn.field(TrackingFields.projectCode)
  package static let project = LedgerColumn.field(TrackingFields.project)
  package static let supervisingDepartmentCode = LedgerColumn.field(TrackingFields.supervisingDepartmentCode)
  package static let supervisingDepartment = LedgerColumn.field(TrackingFields.supervisingDepartment)
  package static let implementingUnitCode = LedgerColumn.field(TrackingFields.implementingUnitCode)
  package static let implementingUnit = LedgerColumn.field(TrackingFields.implementingUnit)
  package static let level1 = LedgerColumn.indicatorField(TrackingFields.level1)
  package static let level2 = LedgerColumn.indicatorField(TrackingFields.level2)
  package static let name = LedgerColumn.indicatorField(TrackingFields.name)
  package static let target = LedgerColumn.indicatorField(TrackingFields.target)
  package static let planned = LedgerColumn.indicatorField(TrackingFields.planned)
  package static let actual = LedgerColumn.indicatorField(TrackingFields.actual)
  package static let deviationReason = LedgerColumn.indicatorField(TrackingFields.deviationReason)
  package static let goalsExpected = LedgerColumn.field(TrackingFields.goalsExpected)
  package static let goalsActual = LedgerColumn.field(TrackingFields.goalsActual)
  package static let budgetCompletion = LedgerColumn.field(TrackingFields.budgetCompletion)
  package static let goalCompletion = LedgerColumn.field(TrackingFields.goalCompletion)
  package static let correctiveMeasures = LedgerColumn.field(TrackingFields.correctiveMeasures)
}
