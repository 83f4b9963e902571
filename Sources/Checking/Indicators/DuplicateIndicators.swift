import Findings
import TrackingModel

/// No two indicators of one level 2 have the same name.
///
/// Source: systems match indicators by the exact name within both levels.
enum DuplicateIndicators: FormRule {
  static let rules: [Rule] = [.indicatorDuplicate]

  static func objections(to checked: CheckedForm) -> [Objection] {
    var firsts: [[[Unicode.Scalar]]: Int] = [:]
    var found: [Objection] = []
    for (index, indicator) in checked.form.indicators.enumerated() {
      // `……` twice is a placeholder twice.
      guard let name = indicator.name, !Placeholder.isIn(name) else { continue }
      let levels = [indicator.level1, indicator.level2].map { Array(($0 ?? "").unicodeScalars) }
      let key = levels + [ComparedText.nameScalars(of: name)]
      guard let first = firsts[key] else {
        firsts[key] = index
        continue
      }
      found.append(
        Objection(
          .indicatorDuplicate, at: .indicator(index, "name"),
          [
            "indicator": name, "found": name, "first": String(first + 1),
            "level2": indicator.level2 ?? indicator.level1 ?? "—",
          ]))
    }
    return found
  }
}
