/// 跟踪表 and its relatives, as far as they go: a relative has the parts of the official form without some of them, and no page of its own.
extension FormDefinition {
  /// 财政项目支出绩效跟踪表, the official form.
  public static let tracking = FormDefinition(
    .tracking, title: OfficialLabel.title, titleWords: ["跟踪"], parts: TrackingParts.all, page: .tracking)

  /// 项目支出绩效运行监控表 and its provincial cousins: no period budget, no planned values, no overall assessment.
  public static let monitoring = FormDefinition(
    .monitoring, title: "项目支出绩效运行监控表", titleWords: ["监控"], relativeOf: tracking,
    lacks: [.periodBudget, .goalsActual, .planned, .assessment])

  /// 财政项目支出绩效自评表, at the year's end.
  public static let selfEvaluation = FormDefinition(
    .selfEvaluation, title: "财政项目支出绩效自评表", titleWords: ["自评", "评价表", "完成情况"], relativeOf: tracking,
    lacks: [.planned, .assessment, .correctiveMeasures])

  /// 财政项目支出绩效目标申报表, at budget time.
  public static let declaration = FormDefinition(
    .declaration, title: "财政项目支出绩效目标申报表", titleWords: ["申报", "目标", "批复表", "审批表", "审核表", "公开表", "管理表", "复核表"],
    relativeOf: tracking,
    lacks: [
      .period, .initialBudget, .periodBudget, .periodExpenditure,
      .executionRate, .goalsActual, .planned, .actual,
      .deviationReason, .assessment, .correctiveMeasures,
    ])
}
