import TrackingModel

/// A view: a question that many ask.
struct StoreView: Sendable {
  let name: String
  let label: String
  let query: String

  init(_ name: String, _ label: String, _ query: String) {
    self.name = name
    self.label = label
    self.query = query
  }

  var sql: String { "CREATE VIEW \"\(name)\" AS -- \(label)\n\(query)" }

  static func all(of schema: StoreSchema) -> [StoreView] {
    [
      budgetAmount, indicatorAmount(schema), departmentExecution, indicatorBehindPlan, formForPerson, projectPeriod,
      fileTwice,
    ]
  }

  /// Amounts as numbers: the nearest binary fraction, which sums and comparisons of up to 15 digits bear, and the tables do not.
  private static let budgetAmount = StoreView(
    "budget_amount", "预算执行情况，金额为数（REAL，万元），供计算",
    "SELECT file_id, form_no, line_no, fund, label, part_of, "
      + BudgetColumn.allCases.map { column in
        let name = StoreColumn.name(of: column.rawValue)
        return "CAST(\(name) AS REAL) AS \(name)"
      }.joined(separator: ", ") + "\nFROM budget_line")

  private static func indicatorAmount(_ schema: StoreSchema) -> StoreView {
    let amounts = schema.indicator.columns.map(\.name).filter { $0.hasSuffix("_amount") }
    let numbers = amounts.map { ", CAST(\($0) AS REAL) AS \($0)" }.joined()
    let others = schema.indicator.columns.map(\.name).filter { !amounts.contains($0) }.joined(separator: ", ")
    return StoreView(
      "indicator_amount", "绩效指标，数值为数（REAL），供计算",
      "SELECT file_id, form_no, indicator_no, \(others)\(numbers)\nFROM indicator")
  }

  private static let departmentExecution = StoreView(
    "department_execution", "各主管部门各期的预算执行：金额万元，执行率由合计算出",
    """
    SELECT f.supervising_department_name AS department, f.period_start, f.period_end, count(*) AS forms,
      round(sum(b.period_budget), 6) AS period_budget, round(sum(b.period_expenditure), 6) AS period_expenditure,
      round(100 * sum(b.period_expenditure) FILTER (WHERE b.period_budget IS NOT NULL)
        / nullif(sum(b.period_budget) FILTER (WHERE b.period_expenditure IS NOT NULL), 0), 2) AS execution_rate,
      count(*) FILTER (WHERE b.period_budget IS NULL OR b.period_expenditure IS NULL) AS forms_without_amounts
    FROM form AS f
    LEFT JOIN budget_amount AS b ON b.file_id = f.file_id AND b.form_no = f.form_no AND b.fund = 'total'
    GROUP BY f.supervising_department_name, f.period_start, f.period_end
    """)

  private static let indicatorBehindPlan = StoreView(
    "indicator_behind_plan", "实际完成值落后于计划完成值的指标：单位相同的数，≤ 和 < 的指标以小为好",
    """
    SELECT f.file_id, f.form_no, i.indicator_no, f.project_name, f.implementing_unit_name, f.period_end,
      i.level1, i.level2, i.name, i.target, i.planned, i.actual, i.planned_amount, i.actual_amount, i.deviation_reason
    FROM indicator_amount AS i JOIN form AS f ON f.file_id = i.file_id AND f.form_no = i.form_no
    WHERE i.planned_unit IS i.actual_unit
      AND CASE WHEN i.target_comparison IN ('≤', '<') THEN i.actual_amount > i.planned_amount
        ELSE i.actual_amount < i.planned_amount END
    """)

  private static let formForPerson = StoreView(
    "form_for_person", "要人看的：有错误或警告的表，和没有读出来的文件",
    """
    SELECT p.path, p.outcome, f.file_id, f.form_no, f.project_name, f.supervising_department_name,
      f.implementing_unit_name, f.error_count, f.warning_count
    FROM form AS f JOIN file AS p ON p.file_id = f.file_id
    WHERE f.error_count + f.warning_count > 0
    UNION ALL
    SELECT p.path, p.outcome, p.file_id, NULL, NULL, NULL, NULL,
      (SELECT count(*) FROM finding AS n WHERE n.file_id = p.file_id AND n.severity = 'error'),
      (SELECT count(*) FROM finding AS n WHERE n.file_id = p.file_id AND n.severity = 'warning')
    FROM file AS p WHERE p.outcome = 'refused'
    """)

  private static let projectPeriod = StoreView(
    "project_period", "一个项目的各期：资金总额，万元",
    """
    SELECT f.project_code, f.project_name, f.implementing_unit_name, f.period_start, f.period_end, f.file_id, f.form_no,
      b.initial_budget, b.period_budget, b.period_expenditure, b.execution_rate
    FROM form AS f
    LEFT JOIN budget_amount AS b ON b.file_id = f.file_id AND b.form_no = f.form_no AND b.fund = 'total'
    """)

  private static let fileTwice = StoreView(
    "file_twice", "内容一样的文件",
    """
    SELECT sha256, count(*) AS files, min(path) AS first_path, group_concat(path, char(10)) AS paths
    FROM file WHERE sha256 IS NOT NULL GROUP BY sha256 HAVING count(*) > 1
    """)
}
