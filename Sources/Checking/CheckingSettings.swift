import Findings

/// What a profile can tell the rules.
public struct CheckingSettings: Sendable {
  /// Severities that differ from a rule's own, by rule name.
  public var severities: [String: Severity] = [:]
  /// Names of rules switched off.
  public var disabled: Set<String> = []

  public init() {}
}
