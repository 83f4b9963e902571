import Findings

/// Findings on the rows of a file: the first of each rule in full, the rest counted, so that a file of nothing but faults costs no memory.
struct FindingLog {
  /// Findings of one rule that are kept.
  static let most = 100

  private(set) var findings: [Finding] = []
  /// There are a dozen rules at most, so that looking for one takes less than hashing it.
  private var counts: [(rule: Rule, count: Int)] = []

  mutating func add(_ finding: Finding) {
    let index = index(of: finding.rule)
    counts[index].count += 1
    if counts[index].count <= Self.most { findings.append(finding) }
  }

  /// Counts one more finding of a rule.
  /// - Returns: Whether it is to be kept; a file with a million faults is not to cost a million findings.
  mutating func wants(_ rule: Rule) -> Bool {
    let index = index(of: rule)
    guard counts[index].count >= Self.most else { return true }
    counts[index].count += 1
    return false
  }

  private mutating func index(of rule: Rule) -> Int {
    if let index = counts.firstIndex(where: { $0.rule == rule }) { return index }
    counts.append((rule, 0))
    return counts.count - 1
  }

  mutating func add(_ more: [Finding]) {
    for finding in more { add(finding) }
  }

  /// Adds what can only be said at the end.
  mutating func close(with last: [Finding]) {
    add(last)
    for (rule, count) in counts.sorted(by: { $0.rule.name < $1.rule.name }) where count > Self.most {
      findings.append(Finding(.textMore, ["rule": rule.name, "count": String(count - Self.most)]))
    }
  }
}
