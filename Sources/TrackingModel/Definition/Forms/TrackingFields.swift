/// The fields of 财政项目支出绩效跟踪表, each defined once; below stand the parts that they come in.
public enum TrackingFields {
  /// The title, which every form has.
  public static let title = FormField(
    .title, .text(\.title), .title, label: "标题", heading: "表名", isIdentity: true, placeholder: "title")

  public static let periodStart = FormField(
    .periodStart, .month(\.period.start), .month, label: OfficialLabel.period + "（起始月）", heading: "跟踪起始月",
    isRequired: true, isIdentity: true)
  public static let periodEnd = FormField(
    .periodEnd, .month(\.period.end), .month, label: OfficialLabel.period + "（终止月）", heading: "跟踪截止月",
    isRequired: true, isIdentity: true)

  public static let projectCode = FormField(
    .projectCode, .text(\.project.code), .code, label: "项目编码", isIdentity: true, placeholder: "project-code")
  public static let project = FormField(
    .projectName, .text(\.project.name), .name, label: OfficialLabel.project, isRequired: true, isIdentity: true,
    placeholder: "project")
  public static let supervisingDepartmentCode = FormField(
    .supervisingDepartmentCode, .text(\.supervisingDepartment.code), .code, label: "主管部门编码", isIdentity: true,
    placeholder: "department-code")
  public static let supervisingDepartment = FormField(
    .supervisingDepartmentName, .text(\.supervisingDepartment.name), .name,
    label: OfficialLabel.supervisingDepartment, isRequired: true, isIdentity: true, placeholder: "department")
  public static let implementingUnitCode = FormField(
    .implementingUnitCode, .text(\.implementingUnit.code), .code, label: "实施单位编码", isIdentity: true,
    placeholder: "unit-code")
  public static let implementingUnit = FormField(
    .implementingUnitName, .text(\.implementingUnit.name), .name, label: OfficialLabel.implementingUnit,
    isRequired: true, isIdentity: true, placeholder: "unit")

  public static let goalsExpected = FormField(
    .goalsExpected, .text(\.goals.expected), .prose, label: OfficialLabel.goalsExpected, isRequired: true,
    hint: "填写批复的年度总体目标。")
  public static let goalsActual = FormField(
    .goalsActual, .text(\.goals.actual), .prose, label: OfficialLabel.goalsActual, isRequired: true,
    hint: "填写跟踪期内实际完成的情况，与预期目标逐项对应。")

  private static let likelihoods = Choices(Likelihood.allCases.map(\.officialText), title: "可能性", isStrict: true)
  public static let budgetCompletion = FormField(
    .budgetCompletion, .judgment(\.assessment.budgetCompletion), .judgment, label: OfficialLabel.budgetCompletion,
    isRequired: true, hint: "从列表中选择一项。", choices: likelihoods)
  public static let goalCompletion = FormField(
    .goalCompletion, .judgment(\.assessment.goalCompletion), .judgment, label: OfficialLabel.goalCompletion,
    isRequired: true, hint: "从列表中选择一项。", choices: likelihoods)
  public static let correctiveMeasures = FormField(
    .correctiveMeasures, .text(\.correctiveMeasures), .prose, label: OfficialLabel.correctiveMeasures,
    hint: "有偏差的，填写拟采取的措施；没有的可不填。")

  public static let level1 = IndicatorField(
    .level1, .text(\.level1), .level, label: OfficialLabel.level1, hint: "从列表中选择。",
    choices: Choices(IndicatorCatalog.levels.map(\.level1)))
  public static let level2 = IndicatorField(
    .level2, .text(\.level2), .level, label: OfficialLabel.level2, hint: "从列表中选择，须属于所选的一级指标。",
    choices: Choices(IndicatorCatalog.level2Names))
  public static let name = IndicatorField(
    .name, .text(\.name), .name, label: OfficialLabel.level3, isRequired: true, hint: "填写指标名称，与批复的绩效目标一致。")
  public static let target = IndicatorField(
    .target, .value(\.target), .target, label: OfficialLabel.target, isRequired: true,
    hint: "带符号和单位，例如 =100.00(%)、≥90.00(%)、≤5.00(%)、12月底前。")
  public static let planned = IndicatorField(
    .planned, .value(\.planned), .result, label: OfficialLabel.planned, isRequired: true,
    hint: "填写截至跟踪期末计划完成的值，定量指标只填数字。")
  public static let actual = IndicatorField(
    .actual, .value(\.actual), .result, label: OfficialLabel.actual, isRequired: true,
    hint: "填写截至跟踪期末实际完成的值，定量指标只填数字。")
  public static let deviationReason = IndicatorField(
    .deviationReason, .text(\.deviationReason), .prose, label: OfficialLabel.deviationReason,
    hint: "实际完成值与计划完成值不一致的，须说明原因。")

  /// In the order of the page's columns and of JSON.
  static let ofIndicators = [level1, level2, name, target, planned, actual, deviationReason]
}

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
