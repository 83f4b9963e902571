/// What only shows when the forms of a whole run are seen together.
extension Rule {
  static let acrossFilesRules = [acrossDuplicateForm, acrossBudgetConflict, acrossBudgetByUnit, acrossNameVariant]

  public static let acrossDuplicateForm = Rule(
    "across.duplicate-form", .warning,
    zh: .init(
      "同一主管部门、实施单位、项目（{found}）和跟踪时段的表已经出现过：{other}。", advice: "请确认以哪一份为准，删除另一份。"),
    en: .init(
      "A form of the same department, unit, project ({found}) and period came before: {other}.",
      advice: "Decide which one counts and remove the other."))

  public static let acrossBudgetConflict = Rule(
    "across.budget-conflict", .warning,
    zh: .init(
      "项目“{project}”同一跟踪时段的预算数与另一份表不一致：本表 {found}，{other} 中为 {expected}。", advice: "请核对两份表的年度资金总额，以批复或调整文件为准。"),
    en: .init(
      "The budget of the project “{project}” differs between two forms of one period: here {found}, in {other} {expected}.",
      advice: "Check both totals against the approved budget."))

  public static let acrossBudgetByUnit = Rule(
    "across.budget-by-unit", .note,
    zh: .init(
      "项目“{project}”由多个实施单位分别填报，预算数不同：本表 {found}，{other} 中为 {expected}。", advice: "如为同一项目，请确认是否应合并填报。"),
    en: .init(
      "The project “{project}” is reported by several units with different budgets: here {found}, in {other} {expected}.",
      advice: "If it is one project, see whether one form should cover it."))

  public static let acrossNameVariant = Rule(
    "across.name-variant", .warning,
    zh: .init(
      "{label}“{found}”与 {other} 中的“{expected}”仅在空格、全半角或符号上不同。", advice: "请统一名称的写法，以便按名称汇总。"),
    en: .init(
      "{label} “{found}” and “{expected}” in {other} differ only in spaces, width or punctuation.",
      advice: "Write the name in one way, so that forms can be grouped by it."))
}
