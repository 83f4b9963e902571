/// How much a finding weighs.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  /// Something was repaired or read in one of several ways; no action is needed.
  case note
  /// A person should look at it.
  case warning
  /// The form is not fit for submission, or something could not be read.
  case error

  /// What it is called.
  public func word(in language: Language) -> String {
    switch self {
    case .note: language.pick("说明", "note")
    case .warning: language.pick("警告", "warning")
    case .error: language.pick("错误", "error")
    }
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
