import Findings
import TrackingModel

/// No two indicators of one level 2 have the same name.
///
/// Source: systems match indicators by the exact name within both levels.
enum DuplicateIndicators: FormRule {
  static let rules: [Rule] = [.indicatorDuplicate]

  static func objections(to checked: RuleContext) -> [Objection] {
    var firsts: [Key: Int] = [:]
    firsts.reserveCapacity(checked.form.indicators.count)
    var found: [Objection] = []
    for (index, indicator) in checked.form.indicators.enumerated() {
      guard let name = indicator.name else { continue }
      let key = Key(
        level1: ExactText(indicator.level1 ?? ""), level2: ExactText(indicator.level2 ?? ""),
        name: ExactText(ComparedText.name(name)))
      guard let first = firsts[key] else {
        firsts[key] = index
        continue
      }
      // `……` twice is a placeholder twice.
      if PlaceholderText.matches(name) { continue }
      found.append(
        Objection(
          .indicatorDuplicate, at: .indicator(index, .name),
          [
            "indicator": name, "found": name, "first": String(first + 1),
            "level2": indicator.level2 ?? indicator.level1 ?? "—",
          ]))
    }
    return found
  }

  private struct Key: Hashable {
    let level1, level2, name: ExactText
  }
}

extension Rule {
  package static let indicatorDuplicate = Rule(
    "indicator.duplicate", .warning,
    zh: .init("指标“{indicator}”与第 {first} 个指标重复（同在“{level2}”下）。", advice: "请删除重复的指标，或修改名称以示区别。"),
    en: .init(
      "The indicator “{indicator}” repeats indicator no. {first} (both under “{level2}”).",
      advice: "Remove one or give it another name."))
}
