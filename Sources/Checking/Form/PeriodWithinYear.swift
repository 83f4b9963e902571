import Findings
import TrackingModel

/// 跟踪时段 begins before it ends and lies within one year.
///
/// Source: the form tracks 年度 goals and an annual budget (the seeds: 2023-1月 至 2023-8月).
enum PeriodWithinYear: FormRule {
  static let rules: [Rule] = [.periodOrder, .periodSpan]

  static func objections(to checked: RuleContext) -> [Objection] {
    guard let start = checked.form.period.start, let end = checked.form.period.end else { return [] }
    let months = ["start": start.description, "end": end.description, "found": "\(start) 至 \(end)"]
    if start > end { return [Objection(.periodOrder, at: .periodStart, months)] }
    if start.year != end.year { return [Objection(.periodSpan, at: .periodStart, months)] }
    return []
  }
}

extension Rule {
  package static let periodOrder = Rule(
    "period.order", .error,
    zh: .init("跟踪时段的起始月 {start} 晚于终止月 {end}。", advice: "请核对跟踪时段，起始月不得晚于终止月。"),
    en: .init("The period starts in {start}, after its end in {end}.", advice: "Correct the period."))

  package static let periodSpan = Rule(
    "period.span", .warning,
    zh: .init("跟踪时段 {start} 至 {end} 跨越了年度。", advice: "跟踪时段应在同一预算年度内，请核对起止月份。"),
    en: .init(
      "The period from {start} to {end} does not lie within one year.",
      advice: "A form tracks one budget year; check both months."))
}
