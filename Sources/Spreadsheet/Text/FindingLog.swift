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
