/// A year, month, day, quarter or half-year as the marks of `PeriodGrammar` write it.
struct PeriodPoint {
  enum Unit {
    case year, month, day, quarter, half
    /// A number without a mark, such as the 1 of `1-8月`.
    case bare
  }

  private(set) var year: Int?
  /// 1 to 12.
  private(set) var firstMonth: Int?
  /// 1 to 12; differs from the first for quarters and halves.
  private(set) var lastMonth: Int?
  private(set) var unit: Unit

  /// - Parameters:
  ///   - isEndOfRange: Whether a number without a mark may be a month: `1-8` under a label, never `8` alone.
  ///   - daySeparators: What may stand between a month and a day where no year shows it by its own separator.
  ///   - other: The other end of the range, whose unit a bare number shares (`1-3季度`).
  /// - Returns: nil where the text is no point of time.
  init?(_ text: Substring, isEndOfRange: Bool = false, daySeparators: String = "./", like other: PeriodPoint? = nil) {
    var scan = MarkScanner(text)
    var daySeparators = daySeparators
    unit = .year
    if let number = scan.peekNumber() {
      if number.count == 8 || number.count == 6, let packed = Int(number) {
        scan.skip(number.count)
        let yearMonth = number.count == 8 ? packed / 100 : packed
        guard scan.isAtEnd, number.count == 6 || (1...31).contains(packed % 100) else { return nil }
        year = yearMonth / 100
        unit = .month
        guard setMonths(yearMonth % 100, yearMonth % 100), (1990...2099).contains(yearMonth / 100) else { return nil }
        return
      }
      if number.count == 4 || number.count == 2 && scan.mark(after: number) == "Y", let value = Int(number) {
        year = number.count == 4 ? value : 2000 + value
        guard let year, (1990...2099).contains(year) else { return nil }
        scan.skip(number.count)
        if !scan.consume("Y") {
          if let separator = scan.consumeSeparator(of: "-./") {
            daySeparators = String(separator)
          } else {
            guard scan.isAtEnd || "FULA".contains(scan.first ?? " ") else { return nil }
          }
        } else {
          _ = scan.consumeSeparator(of: "-./")
        }
        if scan.isAtEnd { return }
      }
    }
    guard readRest(&scan, isEndOfRange: isEndOfRange, daySeparators: daySeparators, like: other), scan.isAtEnd else {
      return nil
    }
  }

  /// What follows the year.
  private mutating func readRest(
    _ scan: inout MarkScanner, isEndOfRange: Bool, daySeparators: String, like other: PeriodPoint?
  ) -> Bool {
    if scan.consume("A") {
      unit = .year
      return true
    }
    unit = .half
    if scan.consume("U") { return setMonths(1, 6) }
    if scan.consume("L") { return setMonths(7, 12) }
    let isFirstSoMany = scan.consume("F")
    guard let digits = scan.peekNumber(), digits.count <= 2, let number = Int(digits) else { return false }
    scan.skip(digits.count)
    if scan.consume("Q") || scan.isAtEnd && other?.unit == .quarter {
      unit = .quarter
      guard (1...4).contains(number) else { return false }
      return setMonths(isFirstSoMany ? 1 : number * 3 - 2, number * 3)
    }
    if isFirstSoMany {
      unit = .half
      return scan.consume("M") && setMonths(1, number)
    }
    unit = scan.consume("M") ? .month : .bare
    if scan.isAtEnd {
      if unit == .bare, year != nil { unit = .month }
      return (unit == .month || isEndOfRange) && setMonths(number, number)
    }
    // A day: `8月31日`, `2023-08-31`, `8.31`.
    guard unit == .month || scan.consumeSeparator(of: daySeparators) != nil, let day = scan.peekNumber(),
      day.count <= 2,
      let value = Int(day),
      (1...31).contains(value), year != nil || unit == .month || isEndOfRange
    else { return false }
    scan.skip(day.count)
    _ = scan.consume("D")
    unit = .day
    return setMonths(number, number)
  }

  private mutating func setMonths(_ first: Int, _ last: Int) -> Bool {
    guard (1...12).contains(first), (1...12).contains(last) else { return false }
    firstMonth = first
    lastMonth = last
    return true
  }
}

/// Takes marks and numbers from the front of a text.
private struct MarkScanner {
  private var rest: Substring

  init(_ text: Substring) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }
  var first: Character? { rest.first }

  func peekNumber() -> Substring? {
    let number = rest.prefix { $0.isASCII && $0.isWholeNumber }
    return number.isEmpty ? nil : number
  }

  func mark(after number: Substring) -> Character? { rest.dropFirst(number.count).first }

  mutating func skip(_ count: Int) { rest = rest.dropFirst(count) }

  mutating func consume(_ mark: Character) -> Bool {
    guard rest.first == mark else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func consumeSeparator(of separators: String) -> Character? {
    guard let first = rest.first, separators.contains(first) else { return nil }
    rest = rest.dropFirst()
    return first
  }
}
