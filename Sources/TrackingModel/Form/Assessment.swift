/// 绩效跟踪总体判断.
public struct Assessment: Hashable, Sendable {
  /// 年度项目预算完成可能性.
  public var budgetCompletion: Judgment?
  /// 年度绩效目标完成可能性.
  public var goalCompletion: Judgment?

  public init(budgetCompletion: Judgment? = nil, goalCompletion: Judgment? = nil) {
    self.budgetCompletion = budgetCompletion
    self.goalCompletion = goalCompletion
  }
}

/// An answer of the assessment block: the words as given and the option they mean.
public struct Judgment: Hashable, Sendable {
  public var text: String
  /// nil where the words are none of the known options.
  public var likelihood: Likelihood?

  public init(text: String, likelihood: Likelihood?) {
    self.text = text
    self.likelihood = likelihood
  }

  /// Reads the option from the words.
  public init(text: String) {
    self.init(text: text, likelihood: Likelihood(words: text))
  }
}

/// How likely the year's budget or goals are to be reached.
///
/// The options are 确定能完成, 有可能完成, 完全不可能完成 on the tracking form; 确定能, 有可能, 不可能 and `1-确定能` on its
/// relatives.
public enum Likelihood: String, Sendable, CaseIterable {
  case certain, possible, impossible

  /// The option's words on the official form.
  public var officialText: String {
    switch self {
    case .certain: "确定能完成"
    case .possible: "有可能完成"
    case .impossible: "完全不可能完成"
    }
  }

  /// The option that the words mean; nil where they are none.
  package init?(words: String) {
    var text = ComparedText.fold(words)[...]
    if let dash = text.firstIndex(of: "-"), text[..<dash].allSatisfy(\.isNumber) {
      text = text[text.index(after: dash)...]
    }
    switch text {
    case "确定能完成", "确定能", "确定完成", "确定可以完成", "能完成", "确定": self = .certain
    case "有可能完成", "有可能", "可能完成", "可能": self = .possible
    case "完全不可能完成", "完全不可能", "不可能完成", "不可能", "确定不能完成", "不能完成", "确定不能": self = .impossible
    default: return nil
    }
  }
}
