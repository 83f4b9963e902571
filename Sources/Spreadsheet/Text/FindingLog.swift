import Findings

/// Findings on the rows of a file: the first of each rule in full, the rest counted, so that a file of nothing but faults costs no memory.
struct FindingLog {
  /// Findings of one rule that are kept.
  static let most = 100

  private(set) var findings: [Finding] = []
  private var counts: [Rule: Int] = [:]

  mutating func add(_ finding: Finding) {
    counts[finding.rule, default: 0] += 1
    if counts[finding.rule, default: 0] <= Self.most { findings.append(finding) }
  }

  /// Counts one more finding of a rule.
  /// - Returns: Whether it is to be kept; a file with a million faults is not to cost a million findings.
  mutating func wants(_ rule: Rule) -> Bool {
    let count = counts[rule, default: 0]
    guard count >= Self.most else { return true }
    counts[rule] = count + 1
    return false
  }

  mutating func add(_ more: [Finding]) {
    for finding in more { add(finding) }
  }

  /// Adds what can only be said at the end.
  mutating func close(with last: [Finding]) {
    add(last)
    for (rule, count) in counts.sorted(by: { $0.key.name < $1.key.name }) where count > Self.most {
      findings.append(Finding(.textMore, ["rule": rule.name, "count": String(count - Self.most)]))
    }
  }
}
