import TrackingModel

/// What a column of a ledger holds.
enum LedgerRole: Hashable, Sendable {
  /// One of the ledger's own columns, whatever its heading is spelled like.
  case column(LedgerColumn)
  /// Both ends of the period in one cell.
  case period
  /// The year of a period that names only months.
  case year
  /// A number of a fund row beyond the four.
  case furtherAmount(label: String, partOf: String?, BudgetColumn)
  /// A column of the budget block without a field: 分值, 全年预计执行数.
  case fundExtra(Fund, label: String)
  /// The sign and the unit of a target split over columns.
  case targetSign, targetUnit
  /// Ticked where this is the reason of a deviation.
  case reasonTick(String)
  /// 原因说明 beside ticked reasons, or 其他原因, which may be ticked itself.
  case reasonDetail(String)
  /// Ticked where the target is this likely to be reached; `label` is the heading over the possibilities.
  case possibilityTick(String, label: String)
  /// A column that the model has no field for, left of the indicators or on a ledger without them: of the form where it says the same
  /// on all of its rows.
  case formExtra(String)
  /// A column that the model has no field for, among those of the indicators.
  case indicatorExtra(String)

  /// Whether it says whose form a row belongs to.
  var isKey: Bool {
    switch self {
    case .column(.formNumber), .column(.project), .column(.projectCode), .column(.implementingUnit),
      .column(.implementingUnitCode), .column(.periodStart), .column(.periodEnd), .period, .year:
      true
    default: false
    }
  }

  /// Whether a blank below a value may be the rest of merged cells, and then says the same.
  var isCarriedDown: Bool {
    switch self {
    case .column(.supervisingDepartment), .column(.supervisingDepartmentCode): true
    // The fund that several projects below each other belong to.
    case .formExtra(let label): label.hasPrefix("一级项目")
    default: isKey && self != .column(.formNumber)
    }
  }

  /// What a code is that of; nil for columns without codes.
  var namedByCode: LedgerRole? {
    switch self {
    case .column(.projectCode): .column(.project)
    case .column(.supervisingDepartmentCode): .column(.supervisingDepartment)
    case .column(.implementingUnitCode): .column(.implementingUnit)
    default: nil
    }
  }

  /// Whether it describes the indicator of its row.
  var isOfIndicator: Bool {
    switch self {
    case .column(let column): column.isOfIndicator
    case .targetSign, .targetUnit, .reasonTick, .reasonDetail, .possibilityTick, .indicatorExtra: true
    default: false
    }
  }

  /// Whether it is money, in some unit.
  var isMoney: Bool {
    switch self {
    case .column(.amount(_, let column)): column != .executionRate
    case .furtherAmount(_, _, let column): column != .executionRate
    default: false
    }
  }

  /// Whether nothing is known of it but its heading.
  var isUnknown: Bool {
    switch self {
    case .formExtra, .indicatorExtra, .fundExtra: true
    default: false
    }
  }

  /// The field it fills: of the form, or of the row's indicator; nil where it is no single one.
  var field: String? {
    switch self {
    case .column(let column): column.field
    case .period: "period"
    case .targetSign, .targetUnit: "target"
    case .reasonTick, .reasonDetail: "deviationReason"
    default: nil
    }
  }
}
