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
