/// A form of the family, by the word that JSON has for it. Rules ask of a form only what its kind has.
public enum FormKind: String, Sendable, CaseIterable {
  /// 财政项目支出绩效跟踪表, the official form.
  case tracking
  /// 项目支出绩效运行监控表 and its provincial cousins: no period budget, no planned values, no overall assessment.
  case monitoring
  /// 财政项目支出绩效自评表, at the year's end.
  case selfEvaluation = "self-evaluation"
  /// 财政项目支出绩效目标申报表, at budget time.
  case declaration

  /// The kind a title names; `.tracking` where it names none.
  public init(title: String?) {
    let words = (title ?? "").filter { !$0.isWhitespace }
    self = Self.titleWords.first { entry in entry.words.contains { words.contains(exactly: $0) } }?.kind ?? .tracking
  }

  /// Which words of a title name a kind; earlier ones win: 绩效目标完成情况表 is filled in at the year's end, 绩效目标批复表 at budget time.
  private static let titleWords: [(kind: FormKind, words: [StaticString])] = [
    (.monitoring, ["监控"]), (.tracking, ["跟踪"]), (.selfEvaluation, ["自评", "评价表", "完成情况"]),
    (.declaration, ["申报", "目标", "批复表", "审批表", "审核表", "公开表", "管理表", "复核表"]),
  ]

  /// Fields that a form of this kind can have.
  public enum Part: CaseIterable, Sendable {
    case period, initialBudget, periodBudget, periodExpenditure, executionRate, goalsActual, planned, actual,
      deviationReason, assessment,
      correctiveMeasures
  }

  /// What a form of this kind does not have; empty for the official form.
  public var lacks: Set<Part> {
    switch self {
    case .tracking: []
    case .monitoring: [.periodBudget, .goalsActual, .planned, .assessment]
    case .selfEvaluation: [.planned, .assessment, .correctiveMeasures]
    case .declaration:
      [
        .period, .initialBudget, .periodBudget, .periodExpenditure, .executionRate, .goalsActual, .planned, .actual,
        .deviationReason,
        .assessment, .correctiveMeasures,
      ]
    }
  }
}
