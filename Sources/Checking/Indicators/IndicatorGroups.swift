import Findings
import TrackingModel

/// The table has output and benefit indicators, and as a rule satisfaction indicators.
///
/// Source: 财预〔2020〕10号 and 财预〔2021〕101号: every set of the catalog has 产出指标 and 效益指标; not every project
/// serves people who can be asked. A row counts for the group of its level 1 or its level 2, so that a wrong level is one
/// finding and not two.
enum IndicatorGroups: FormRule {
  static let rules: [Rule] = [.outputMissing, .benefitMissing, .satisfactionMissing]

  static func objections(to checked: RuleContext) -> [Objection] {
    let indicators = checked.form.indicators
    if indicators.isEmpty || !checked.has(.level1) { return [] }
    var groups: Set<String> = []
    var last: (String?, String?) = (nil, nil)
    for indicator in indicators where (indicator.level1, indicator.level2) != last {
      last = (indicator.level1, indicator.level2)
      if let level1 = indicator.level1 { groups.insert(level1) }
      if let level2 = indicator.level2, let parent = IndicatorCatalog.parent(ofLevel2: level2) {
        groups.insert(parent)
      }
    }
    let expected: [(group: String, rule: Rule)] = [
      (IndicatorCatalog.output, .outputMissing), (IndicatorCatalog.benefit, .benefitMissing),
      (IndicatorCatalog.satisfaction, .satisfactionMissing),
    ]
    return expected.filter { !groups.contains($0.group) }.map { Objection($0.rule, at: "indicators") }
  }
}

extension Rule {
  package static let outputMissing = Rule(
    "indicators.output-missing", .warning,
    zh: .init("没有产出指标。", advice: "请至少设置一个产出指标。"),
    en: .init("There is no 产出指标.", advice: "Set at least one output indicator."))

  package static let benefitMissing = Rule(
    "indicators.benefit-missing", .warning,
    zh: .init("没有效益指标。", advice: "请至少设置一个效益指标。"),
    en: .init("There is no 效益指标.", advice: "Set at least one benefit indicator."))

  package static let satisfactionMissing = Rule(
    "indicators.satisfaction-missing", .note,
    zh: .init("没有满意度指标。", advice: "项目有明确服务对象的，建议设置满意度指标。"),
    en: .init("There is no 满意度指标.", advice: "Consider one if the project serves particular people."))
}
