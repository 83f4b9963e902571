import Findings

/// What reading a period has to say.
extension Rule {
  static let periodRules: [Rule] = [
    periodUnreadable, periodYearMissing, periodYearAdded, periodFromJanuary, periodWholeYear,
  ]

  package static let periodUnreadable = Rule(
    "value.period-unreadable", .error,
    zh: .init("看不懂时段“{found}”。", advice: "请写成“2023-1月 至 2023-8月”的样子。"),
    en: .init("The period “{found}” cannot be understood.", advice: "Write it as 2023-1月 至 2023-8月."))

  package static let periodYearMissing = Rule(
    "value.period-year-missing", .error,
    zh: .init("时段“{found}”没有年份。", advice: "请补上年份，或在配置文件中写 year。"),
    en: .init("The period “{found}” has no year.", advice: "Add the year, or set it in a profile."))

  package static let periodYearAdded = Rule(
    "value.period-year-added", .note,
    zh: .init("时段“{found}”没有年份，按别处写明的{year}年计。"),
    en: .init("The period “{found}” has no year; {year}, which stands elsewhere, was taken."))

  package static let periodFromJanuary = Rule(
    "value.period-from-january", .note,
    zh: .init("时段“{found}”只有截止月份，从当年1月起算。"),
    en: .init("The period “{found}” names only its last month; it was taken to begin in January."))

  package static let periodWholeYear = Rule(
    "value.period-whole-year", .note,
    zh: .init("时段“{found}”只有年份，按全年1月至12月计。"),
    en: .init("The period “{found}” names only a year; January to December was taken."))
}
