import Findings
import TrackingModel

/// A form whose indicators deviate says what will be done about it.
///
/// Source: the form's rule: the seed with deviations has 纠偏措施, the one without has none. 无 is an answer only where nothing
/// but more than planned was reached.
enum CorrectiveMeasures: FormRule {
  static let rules: [Rule] = [.measuresMissing]

  static func objections(to checked: RuleContext) -> [Objection] {
    let deviations = checked.deviations.filter(\.needsReason)
    guard checked.has(.correctiveMeasures), checked.has(.planned), !deviations.isEmpty else { return [] }
    if let measures = checked.form.correctiveMeasures {
      let onlySurplus = deviations.allSatisfy { $0 == .surplus }
      if onlySurplus || !ResultWords.meanNothing(measures) { return [] }
    }
    return [
      Objection(
        .measuresMissing, at: .correctiveMeasures,
        ["count": String(deviations.count), "found": checked.form.correctiveMeasures ?? ""])
    ]
  }
}

extension Rule {
  package static let measuresMissing = Rule(
    "measures.missing", .warning,
    zh: .init("有 {count} 个指标的完成值偏离计划，未填写纠偏措施。", advice: "请在“纠偏措施”栏写明拟采取的措施。"),
    en: .init(
      "Indicators that deviate from the plan: {count}; no corrective measures are given.",
      advice: "State the measures under 纠偏措施."))
}
