import Findings

/// What a profile can tell the rules.
public struct CheckingSettings: Sendable {
  /// Severities that differ from a rule's own, by rule name.
  public var severities: [String: Severity] = [:]
  /// Names of rules switched off.
  public var disabled: Set<String> = []

  public init() {}

  /// The finding with the severity that these settings give its rule; nil where they switch the rule off.
  package func adjusted(_ finding: Finding) -> Finding? {
    if disabled.contains(finding.rule.name) { return nil }
    guard let severity = severities[finding.rule.name] else { return finding }
    var adjusted = finding
    adjusted.severity = severity
    return adjusted
  }
}
