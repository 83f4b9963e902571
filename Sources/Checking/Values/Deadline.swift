import TrackingModel

/// A date as planned and actual values state it: `12月底前`, `2023年11月30日`, `第三季度`, `年底`, `2023-11-30`.
///
/// A stretch of time counts with its last day, because that is when something due in it is due.
struct Deadline: Hashable {
  let year: Int?
  let month: Int
  let day: Int

  init?(_ text: String) {
    var rest = ComparedText.fold(text)[...]
    for ending in ["完成", "之前", "以前", "前", "内"] where rest.hasSuffix(ending) { rest = rest.dropLast(ending.count) }
    for beginning in ["截至", "截止", "于", "在", "预计"] where rest.hasPrefix(beginning) {
      rest = rest.dropFirst(beginning.count)
    }
    var scanner = Scanner(rest: rest)
    guard let date = scanner.dashedDate() ?? scanner.spokenDate() else { return nil }
    self = date
  }

  private init(year: Int?, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether this day is later than the other; a date without a year is of the other's year.
  func isLater(than other: Deadline) -> Bool {
    if let year, let otherYear = other.year, year != otherYear { return year > otherYear }
    return (month, day) > (other.month, other.day)
  }

  private struct Scanner {
    var rest: Substring

    mutating func consume(_ word: String) -> Bool {
      guard rest.hasPrefix(word) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }

    mutating func number() -> Int? {
      let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
      guard let value = Int(digits), digits.count <= 4 else { return nil }
      rest = rest.dropFirst(digits.count)
      return value
    }

    /// `2023-11-30`, `2023.11`, `2023/11/30`.
    mutating func dashedDate() -> Deadline? {
      let start = rest
      if let year = number(), year > 1900, let mark = rest.first, "-./".contains(mark) {
        rest = rest.dropFirst()
        if let month = number(), (1...12).contains(month) {
          if rest.isEmpty { return Deadline(year: year, month: month, day: 31) }
          if consume(String(mark)), let day = number(), (1...31).contains(day), rest.isEmpty {
            return Deadline(year: year, month: month, day: day)
          }
        }
      }
      rest = start
      return nil
    }

    /// `2023年12月底`, `11月30日`, `三季度末`, `年底`.
    mutating func spokenDate() -> Deadline? {
      var year: Int?
      let start = rest
      if let value = number(), value > 1900, consume("年") { year = value } else { rest = start }
      for (month, names) in [
        (3, ["第一季度", "一季度", "1季度"]), (6, ["第二季度", "二季度", "2季度", "上半年"]), (9, ["第三季度", "三季度", "3季度"]),
        (12, ["第四季度", "四季度", "4季度", "下半年", "年底", "年末", "年内", "年度", "底", "末"]),
      ] {
        for name in names where consume(name) {
          _ = consume("末") || consume("底")
          return rest.isEmpty ? Deadline(year: year, month: month, day: 31) : nil
        }
      }
      guard let month = number(), (1...12).contains(month), consume("月") else { return nil }
      _ = consume("份")
      let parts: KeyValuePairs = ["底": 31, "末": 31, "下旬": 31, "中旬": 20, "上旬": 10, "初": 10]
      for (word, day) in parts where consume(word) {
        return rest.isEmpty ? Deadline(year: year, month: month, day: day) : nil
      }
      if rest.isEmpty { return Deadline(year: year, month: month, day: 31) }
      guard let day = number(), (1...31).contains(day) else { return nil }
      _ = consume("日") || consume("号")
      return rest.isEmpty ? Deadline(year: year, month: month, day: day) : nil
    }
  }
}
