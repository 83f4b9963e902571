import Findings

/// Thrown where what was asked for makes no sense, before anything is done: exit status 64.
public struct WrongUsage: Error, Hashable, Sendable {
  public let finding: Finding

  public init(_ finding: Finding) { self.finding = finding }

  public init(_ rule: Rule, _ values: [String: String] = [:]) { finding = Finding(rule, values) }
}
