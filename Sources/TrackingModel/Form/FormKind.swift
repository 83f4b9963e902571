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
    if words.contains(exactly: "监控") {
      self = .monitoring
    } else if words.contains(exactly: "自评") {
      self = .selfEvaluation
    } else if words.contains(exactly: "申报") || words.contains(exactly: "目标表") {
      self = .declaration
    } else {
      self = .tracking
    }
  }

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
