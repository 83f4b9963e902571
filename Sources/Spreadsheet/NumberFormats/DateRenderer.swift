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
    var result: [UInt8] = []
    for token in section.tokens {
      switch token {
      case .literal(let text): result += text.utf8
      case .date(let token):
        if token.isOfDay { append(token, date, to: &result) } else { append(token, moment, to: &result) }
      case .general, .text: result += GeneralFormat.text(of: number).utf8
      default: break
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func append(_ token: DateToken, _ date: CivilDate, to result: inout [UInt8]) {
    switch token {
    case .year(let digits): appendYear(date.year, digits, to: &result)
    case .buddhistYear(let digits): appendYear(date.year + 543, digits, to: &result)
    case .month(let style):
      switch style {
      case 1, 2: appendFigures(date.month, style, to: &result)
      case 3: result += (section.isChinese ? "\(date.month)月" : Names.months[date.month - 1].prefix(3)).utf8
      case 4: result += (section.isChinese ? Names.chineseMonths : Names.months)[date.month - 1].utf8
      default: result += (section.isChinese ? Names.chineseMonths : Names.months)[date.month - 1].prefix(1).utf8
      }
    case .day(let style):
      if style <= 2 {
        appendFigures(date.day, style, to: &result)
      } else if section.isChinese {
        appendWeekday(style, date, to: &result)
      } else {
        result += (style == 3 ? Names.days[date.weekday].prefix(3) : Names.days[date.weekday][...]).utf8
      }
    case .chineseWeekday(let style): appendWeekday(style, date, to: &result)
    default: break
    }
  }

  private func append(_ token: DateToken, _ moment: Moment, to result: inout [UInt8]) {
    switch token {
    case .hour(let digits):
      appendFigures(hasHalfDay ? (moment.hour + 11) % 12 + 1 : moment.hour, digits, to: &result)
    case .minute(let digits): appendFigures(moment.minute, digits, to: &result)
    case .second(let digits): appendFigures(moment.second, digits, to: &result)
    case .secondFraction(let places):
      result.append(UInt8(ascii: "."))
      Self.append(moment.fraction(places: places), places, to: &result)
    case .elapsedHours(let digits): Self.append(moment.days * 24 + moment.hour, digits, to: &result)
    case .elapsedMinutes(let digits):
      Self.append((moment.days * 24 + moment.hour) * 60 + moment.minute, digits, to: &result)
    case .elapsedSeconds(let digits):
      Self.append(((moment.days * 24 + moment.hour) * 60 + moment.minute) * 60 + moment.second, digits, to: &result)
    case .halfDay(let half): result += text(of: half, isMorning: moment.hour < 12).utf8
    default: break
    }
  }

  private func text(of half: HalfDay, isMorning: Bool) -> String {
    switch half {
    case .chinese: isMorning ? "上午" : "下午"
    case .long where section.isChinese: isMorning ? "上午" : "下午"
    case .long: isMorning ? "AM" : "PM"
    case .short(let morning, let afternoon): isMorning ? morning : afternoon
    }
  }

  private func appendWeekday(_ style: Int, _ date: CivilDate, to result: inout [UInt8]) {
    result += (style == 3 ? "周" : "星期").utf8
    result += Names.chineseDays[date.weekday].utf8
  }

  /// Months, days and times are spoken in Chinese figures, years are read figure by figure.
  private func appendFigures(_ value: Int, _ digits: Int, to result: inout [UInt8]) {
    guard let figures = section.chineseFigures else { return Self.append(value, digits, to: &result) }
    result += figures.spokenPiece(Self.padded(value, digits)).utf8
  }

  private func appendYear(_ year: Int, _ digits: Int, to result: inout [UInt8]) {
    let value = digits == 2 ? year % 100 : year
    guard let figures = section.chineseFigures else { return Self.append(value, digits, to: &result) }
    result += figures.figures(Self.padded(value, digits)).utf8
  }

  private static func padded(_ value: Int, _ digits: Int) -> String {
    var text: [UInt8] = []
    append(value, digits, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// A whole number with zeros in front up to so many digits.
  private static func append(_ value: Int, _ digits: Int, to result: inout [UInt8]) {
    let first = result.count
    var rest = value
    while rest > 0 || result.count - first < max(1, digits) {
      result.append(48 + UInt8(rest % 10))
      rest /= 10
    }
    result[first...].reverse()
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
