/// The parts of 财政项目支出绩效跟踪表, in the order of the canonical JSON.
enum TrackingParts {
  static let all: [FormDefinition.Part] = [
    .group(period), .group(project), .group(supervisingDepartment), .group(implementingUnit), .budget(budget),
    .group(goals), .indicators(indicators), .group(assessment), .field(TrackingFields.correctiveMeasures),
  ]

  private static let period = FieldGroup(
    .period, .period(\.period), label: OfficialLabel.period, hint: "在“至”的两边填写起止月份，例如 2023-1月 至 2023-8月。",
    placeholder: "period", fields: [TrackingFields.periodStart, TrackingFields.periodEnd])

  private static let project = FieldGroup(
    .project, .entity(\.project), label: OfficialLabel.project, hint: "填写批复的项目全称；有编码的写作“编码-名称”。",
    fields: [TrackingFields.projectCode, TrackingFields.project])

  private static let supervisingDepartment = FieldGroup(
    .supervisingDepartment, .entity(\.supervisingDepartment), label: OfficialLabel.supervisingDepartment,
    hint: "填写部门全称；有编码的写作“编码-名称”。",
    fields: [TrackingFields.supervisingDepartmentCode, TrackingFields.supervisingDepartment])

  private static let implementingUnit = FieldGroup(
    .implementingUnit, .entity(\.implementingUnit), label: OfficialLabel.implementingUnit,
    hint: "填写单位全称；有编码的写作“编码-名称”。",
    fields: [TrackingFields.implementingUnitCode, TrackingFields.implementingUnit])

  static let budget = BudgetDefinition(
    label: OfficialLabel.budget, unit: "万元", funds: Fund.allCases,
    required: [.initialBudget, .periodBudget, .periodExpenditure])

  private static let goals = FieldGroup(
    .goals, .block, label: OfficialLabel.goals, fields: [TrackingFields.goalsExpected, TrackingFields.goalsActual])

  static let indicators = IndicatorDefinition(label: OfficialLabel.indicators, fields: TrackingFields.ofIndicators)

  private static let assessment = FieldGroup(
    .assessment, .block, label: OfficialLabel.assessment,
    fields: [TrackingFields.budgetCompletion, TrackingFields.goalCompletion])
}
