import Findings
import TrackingModel

/// Levels 1 and 2 are names of the catalog, and level 2 stands under its level 1.
///
/// Source: the catalog (`IndicatorCatalog`). Recognition has made full names of the spellings it knows. A relative may have
/// only one column of levels, so nothing is missing there, and may keep the older set with 投入指标.
enum IndicatorLevels: FormRule {
  static let rules: [Rule] = [.levelMissing, .levelUnknown, .levelMisplaced]

  static func objections(to checked: RuleContext) -> [Objection] {
    guard checked.has(.level1) else { return [] }
    return checked.eachIndicator { index, indicator in
      let isOfficial = checked.kind == .tracking
      if !isOfficial, indicator.level1 == "投入指标" { return [] }
      return objections(to: indicator, at: index, isComplete: isOfficial)
    }
  }

  private static func objections(to indicator: Indicator, at index: Int, isComplete: Bool) -> [Objection] {
    var found: [Objection] = []
    func look(_ level: String?, _ field: IndicatorField, _ names: [String], suggest: [String]) {
      if let level, names.contains(level) { return }
      if level == nil, !isComplete { return }
      found.append(
        Objection(
          level == nil ? .levelMissing : .levelUnknown, at: .indicator(index, field.key),
          [
            "indicator": indicator.displayName, "label": field.label, "found": level ?? "",
            "expected": suggest.joined(separator: "、"),
          ]))
    }
    if let level1 = indicator.level1, let level2 = indicator.level2,
      IndicatorCatalog.accepts(level2: level2, under: level1)
    {
      return []
    }
    let levels = IndicatorCatalog.levels
    let level1Names = levels.map(\.level1)
    let level2Names = levels.flatMap(\.level2)
    let group = levels.first { $0.level1 == indicator.level1 }?.level2
    look(indicator.level1, TrackingFields.level1, level1Names, suggest: level1Names)
    // A level 2 of another group is misplaced, not unknown.
    look(indicator.level2, TrackingFields.level2, level2Names, suggest: group ?? level2Names)
    guard found.isEmpty, let level1 = indicator.level1, let level2 = indicator.level2 else { return found }
    return [
      Objection(
        .levelMisplaced, at: .indicator(index, .level2),
        [
          "indicator": indicator.displayName, "found": level2, "level1": level1,
          "expected": IndicatorCatalog.parent(ofLevel2: level2) ?? "",
        ])
    ]
  }
}

extension Rule {
  package static let levelMissing = Rule(
    "indicator.level-missing", .warning,
    zh: .init("指标“{indicator}”未填{label}。", advice: "请按指标体系补填{label}。"),
    en: .init("The indicator “{indicator}” has no {label}.", advice: "Fill in {label}."))

  package static let levelUnknown = Rule(
    "indicator.level-unknown", .warning,
    zh: .init("指标“{indicator}”的{label}“{found}”不在指标体系内。", advice: "请改为以下名称之一：{expected}。"),
    en: .init(
      "“{found}”, the {label} of the indicator “{indicator}”, is not in the catalog.",
      advice: "Use one of: {expected}."))

  package static let levelMisplaced = Rule(
    "indicator.level-misplaced", .warning,
    zh: .init("指标“{indicator}”的二级指标“{found}”不属于一级指标“{level1}”。", advice: "“{found}”应归入“{expected}”，请核对两级指标。"),
    en: .init(
      "The indicator “{indicator}” has “{found}” under “{level1}”, where it does not belong.",
      advice: "“{found}” belongs under “{expected}”; check both levels."))
}
