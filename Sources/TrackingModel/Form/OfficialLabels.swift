/// The words printed on the official form, once: drawing, reading, reports and rules all take them from here.
public enum OfficialLabel {
  public static let title = "财政项目支出绩效跟踪表"
  public static let period = "跟踪时段"
  public static let project = "项目名称"
  public static let supervisingDepartment = "主管部门"
  public static let implementingUnit = "实施单位"
  public static let budget = "预算执行情况"
  public static let goals = "年度总体目标"
  public static let goalsExpected = "预期目标"
  public static let goalsActual = "跟踪期实际完成情况"
  public static let indicators = "绩效指标"
  public static let level1 = "一级指标"
  public static let level2 = "二级指标"
  public static let level3 = "三级指标"
  public static let target = "年度指标值"
  public static let planned = "跟踪期计划完成值"
  public static let actual = "跟踪期实际完成值"
  public static let deviationReason = "偏差原因分析"
  public static let assessment = "绩效跟踪总体判断"
  public static let budgetCompletion = "年度项目预算完成可能性"
  public static let goalCompletion = "年度绩效目标完成可能性"
  public static let correctiveMeasures = "纠偏措施"
}

extension Fund {
  /// The row's label on the official form.
  public var officialLabel: String {
    switch self {
    case .total: "年度资金总额"
    case .currentYearAppropriation: "其中：当年财政拨款"
    case .carryOver: "上年结转资金"
    case .otherFunds: "其他资金"
    }
  }
}

extension BudgetColumn {
  /// The column's heading on the official form.
  public var officialLabel: String {
    switch self {
    case .initialBudget: "年初预算数"
    case .periodBudget: "跟踪期预算数"
    case .periodExpenditure: "跟踪期执行数"
    case .executionRate: "执行率(%)"
    }
  }
}
