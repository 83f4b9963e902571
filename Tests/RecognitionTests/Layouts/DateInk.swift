import Foundation
import TrackingModel

/// Months as cells hold them: dates under some format, which may show less than all of it.
enum DateInk {
  /// Formats that show the year; a text file can hold no others.
  private static let full: [(format: String, shown: @Sendable (Int, Int, Int) -> String)] = [
    ("yyyy-mm-dd", { String(format: "%d-%02d-%02d", $0, $1, $2) }),
    ("yyyy\"年\"m\"月\"d\"日\"", { "\($0)年\($1)月\($2)日" }),
    ("yyyy/m/d", { "\($0)/\($1)/\($2)" }),
    ("yyyy\"年\"m\"月\"", { year, month, _ in "\(year)年\(month)月" }),
    ("yyyy-mm", { year, month, _ in String(format: "%d-%02d", year, month) }),
  ]
  private static let short: [(format: String, shown: @Sendable (Int, Int, Int) -> String)] = [
    ("m\"月\"d\"日\"", { "\($1)月\($2)日" }), ("m\"月\"", { _, month, _ in "\(month)月" }),
    ("mm-dd-yy", { String(format: "%02d-%02d-%02d", $1, $2, $0 % 100) }),
  ]

  /// The first or last day of a month: a date cell where the medium has such, else the words that one shows.
  static func ink(_ month: YearMonth, isEnd: Bool, keepsNumbers: Bool, _ choices: Choices) -> Ink {
    let day = isEnd ? lastDay(of: month) : 1
    let isText = !keepsNumbers || choices.chance("date as text", oneIn: 4)
    let style = choices.pick("date format", isText ? full : full + short)
    let shown = style.shown(month.year, month.month, day)
    if isText { return Ink(shown) }
    var ink = Ink(number: String(serial(month.year, month.month, day)), format: style.format, shown: shown)
    ink.isDate = true
    return ink
  }

  static func lastDay(of month: YearMonth) -> Int {
    switch month.month {
    case 4, 6, 9, 11: 30
    case 2: month.year % 4 == 0 ? 29 : 28
    default: 31
    }
  }

  /// Days since 30 December 1899, which spreadsheet programs count.
  private static func serial(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let lengths = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    // From 1901 to 2099 every fourth year is a leap year.
    let years = year - 1900
    return years * 365 + (years - 1) / 4 + lengths.prefix(month - 1).reduce(0, +) + day + 1
  }
}
