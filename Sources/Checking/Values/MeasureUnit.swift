import TrackingModel

/// What a unit measures, so far as units can contradict each other.
enum MeasureUnit: Hashable {
  case percent, perMille
  /// 元, 万元, 亿元: they differ by their size.
  case money(String)
  /// 天, 小时: likewise.
  case time(String)
  /// People, occasions or things, however they are counted: 个, 家 and 项 do not contradict each other.
  case people, occasions, things
  /// Anything else, by its name.
  case other(String)

  /// Reads a unit as forms print it (`%`, `百分比`, `万元`, `次/年`).
  init(_ words: String) {
    let unit = ComparedText.fold(words).lowercased()
    switch unit {
    case "%", "百分比", "百分点", "百分之": self = .percent
    case "‰", "千分比": self = .perMille
    case "元", "人民币元": self = .money("元")
    case "百元", "千元", "万元", "十万元", "百万元", "千万元", "亿元": self = .money(unit)
    case "年", "月", "个月", "季度", "周", "天", "日", "工作日", "小时", "分钟", "秒": self = .time(Self.time[unit] ?? unit)
    case "人", "名", "位", "人员", "人数": self = .people
    case "次", "场", "场次", "期", "批", "批次", "回", "轮": self = .occasions
    case "个", "家", "项", "件", "只", "所", "处", "套", "台", "份", "座", "栋", "幢", "条", "起", "宗", "例", "户", "间", "部", "本", "篇",
      "种", "类":
      self = .things
    default: self = .other(unit)
    }
  }

  private static let time = ["月": "个月", "日": "天"]

  /// Whether a result counted so adds up over the year, so that a limit once passed stays passed; shares and averages do not.
  var accumulates: Bool {
    switch self {
    case .people, .occasions, .things, .money: true
    case .percent, .perMille, .time: false
    case .other(let unit): !unit.contains("/") || unit.hasSuffix("/年")
    }
  }
}
