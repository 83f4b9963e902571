/// Shows a serial number as date, time or duration.
struct DateRenderer: Sendable {
  private let section: FormatSection
  private let is1904: Bool
  /// Whether negative numbers can be shown.
  let isDuration: Bool
  /// Figures of a second that a number is rounded to.
  private let places: Int
  private let hasHalfDay: Bool

  init(section: FormatSection, is1904: Bool) {
    self.section = section
    self.is1904 = is1904
    isDuration = section.isDuration
    let pieces = section.tokens.compactMap { if case .date(let piece) = $0 { piece } else { nil } }
    let fractions = pieces.map { if case .secondFraction(let places) = $0 { places } else { 0 } }
    places = pieces.allSatisfy(\.isOfDay) ? Moment.placesOfDate : fractions.max() ?? 0
    hasHalfDay = pieces.contains { if case .halfDay = $0 { true } else { false } }
  }

  /// nil where Excel fills the cell with `#`: negative, or behind the year 9999.
  func text(of number: ExactNumber) -> String? {
    guard number.significand >= 0 else { return nil }
    guard let moment = Moment(number, places: places) else { return nil }
    guard let date = CivilDate(serial: moment.days + (is1904 ? CivilDate.daysTo1904 : 0)) else { return nil }
    var result = ""
    for token in section.tokens {
      switch token {
      case .literal(let text): result += text
      case .date(let token):
        result += token.isOfDay ? text(of: token, date) : text(of: token, moment)
      case .general, .text: result += GeneralFormat.text(of: number)
      default: break
      }
    }
    return result
  }

  private func text(of token: DateToken, _ date: CivilDate) -> String {
    switch token {
    case .year(let digits): return yearFigures(padded(digits == 2 ? date.year % 100 : date.year, digits))
    case .buddhistYear(let digits):
      let year = date.year + 543
      return yearFigures(padded(digits == 2 ? year % 100 : year, digits))
    case .month(let style):
      switch style {
      case 1, 2: return figures(date.month, style)
      case 3: return section.isChinese ? "\(date.month)月" : String(Names.months[date.month - 1].prefix(3))
      case 4: return section.isChinese ? Names.chineseMonths[date.month - 1] : Names.months[date.month - 1]
      default: return String((section.isChinese ? Names.chineseMonths : Names.months)[date.month - 1].prefix(1))
      }
    case .day(let style):
      if style <= 2 { return figures(date.day, style) }
      if section.isChinese { return (style == 3 ? "周" : "星期") + Names.chineseDays[date.weekday] }
      return style == 3 ? String(Names.days[date.weekday].prefix(3)) : Names.days[date.weekday]
    case .chineseWeekday(let style): return (style == 3 ? "周" : "星期") + Names.chineseDays[date.weekday]
    default: return ""
    }
  }

  private func text(of token: DateToken, _ moment: Moment) -> String {
    switch token {
    case .hour(let digits):
      return figures(hasHalfDay ? (moment.hour + 11) % 12 + 1 : moment.hour, digits)
    case .minute(let digits): return figures(moment.minute, digits)
    case .second(let digits): return figures(moment.second, digits)
    case .secondFraction(let places): return "." + padded(moment.fraction(places: places), places)
    case .elapsedHours(let digits): return padded(moment.days * 24 + moment.hour, digits)
    case .elapsedMinutes(let digits): return padded((moment.days * 24 + moment.hour) * 60 + moment.minute, digits)
    case .elapsedSeconds(let digits):
      return padded(((moment.days * 24 + moment.hour) * 60 + moment.minute) * 60 + moment.second, digits)
    case .halfDay(let half):
      let isMorning = moment.hour < 12
      switch half {
      case .chinese: return isMorning ? "上午" : "下午"
      case .long where section.isChinese: return isMorning ? "上午" : "下午"
      case .long: return isMorning ? "AM" : "PM"
      case .short(let morning, let afternoon): return isMorning ? morning : afternoon
      }
    default: return ""
    }
  }

  /// Months, days and times are spoken in Chinese figures, years are read figure by figure.
  private func figures(_ value: Int, _ digits: Int) -> String {
    let text = padded(value, digits)
    return section.chineseFigures?.spokenPiece(text) ?? text
  }

  private func yearFigures(_ text: String) -> String { section.chineseFigures?.figures(text) ?? text }

  /// A whole number with zeros in front up to so many digits.
  private func padded(_ value: Int, _ digits: Int) -> String {
    DecimalText.make(capacity: max(digits, 20)) {
      $0.putInteger(UInt64(value), atLeast: max(1, digits), isGrouped: false)
    }
  }

  private enum Names {
    static let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    static let chineseMonths = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"]
    static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    static let chineseDays = ["日", "一", "二", "三", "四", "五", "六"]
  }
}

extension DateToken {
  /// Whether it needs a day of the calendar.
  fileprivate var isOfDay: Bool {
    switch self {
    case .year, .buddhistYear, .month, .day, .chineseWeekday: true
    default: false
    }
  }
}
