import Checking
import Findings

extension Rule {
  /// Every rule there is, family by family.
  public static let all: [Rule] = readingRules + checkingRules + writingRules

  /// The rule of this name; nil where there is none.
  public static func named(_ name: String) -> Rule? { byName[name] }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
