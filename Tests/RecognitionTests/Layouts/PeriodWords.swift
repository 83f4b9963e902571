import TrackingModel

/// The spellings of a period in one cell.
enum PeriodWords {
  static func pick(_ start: YearMonth, _ end: YearMonth, _ choices: Choices) -> String {
    let (year, a, b) = (start.year, start.month, end.month)
    return choices.pick(
      "period spelling",
      [
        "（ \(year)-\(a)月 至 \(year)-\(b)月 ）", "\(year)年\(a)-\(b)月", "\(year)年\(a)月至\(b)月", "\(year)年\(a)月—\(year)年\(b)月",
        "\(start.description.replacing("-", with: "."))—\(end.description.replacing("-", with: "."))",
        "\(year)年\(a)月1日至\(year)年\(b)月\(DateInk.lastDay(of: end))日", "\(start)至\(end)", "（\(year)年\(a)月-\(b)月）",
        "\(year)/\(a)~\(year)/\(b)",
      ])
  }
}
