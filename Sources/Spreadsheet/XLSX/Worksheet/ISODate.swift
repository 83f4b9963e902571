/// Dates as strict workbooks write them, `t="d"` (ECMA-376 part 1, 18.18.11): ISO 8601 to the serial number.
enum ISODate {
  /// `2023-08-31`, `2023-08-31T13:30:00.5`, `13:30:00`, with or without `Z`; nil for anything else.
  static func serial(_ text: String, is1904: Bool) -> ExactNumber? {
    var text = Substring(text)
    if text.last == "Z" { text.removeLast() }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, let last = parts.last else { return nil }
    var days = 0
    if first.contains("-") {
      let numbers = first.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2],
        let serial = CivilDate.serial(year: year, month: month, day: day)
      else { return nil }
      days = serial - (is1904 ? CivilDate.daysTo1904 : 0)
      if parts.count == 1 { return ExactNumber(Int64(days)) }
    } else if parts.count == 2 {
      return nil
    }
    guard let nanoseconds = nanoseconds(last) else { return nil }
    // Thirteen places of a day are more than nanoseconds need; fifteen figures remain of it all.
    let fraction = Int64((Int128(nanoseconds) * 10_000_000_000 + 43_200_000_000_000 / 2) / 86_400_000_000_000)
    return ExactNumber(Int64(days) * 10_000_000_000 + fraction, exponent: -10)
  }

  /// A format for dates whose cell has none.
  static func format(for text: String) -> NumberFormat {
    if !text.contains("-") { return time }
    return text.contains("T") ? dateAndTime : date
  }

  private static let date = NumberFormat("yyyy/m/d")
  private static let dateAndTime = NumberFormat("yyyy/m/d h:mm")
  private static let time = NumberFormat("h:mm:ss")

  private static func nanoseconds(_ time: Substring) -> Int? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hours = Int(parts[0]), let minutes = Int(parts[1]),
      (0...24).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    var result = (hours * 60 + minutes) * 60 * 1_000_000_000
    if parts.count == 3 {
      let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
      guard let whole = Int(seconds[0]), (0...60).contains(whole), seconds.count <= 2 else { return nil }
      result += whole * 1_000_000_000
      if seconds.count == 2 {
        guard let fraction = Int((seconds[1].prefix(9) + "000000000").prefix(9)) else { return nil }
        result += fraction
      }
    }
    return result
  }
}
