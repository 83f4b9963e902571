/// A date as strict workbooks write it, `t="d"` (ECMA-376 part 1, 18.17.4 and 18.18.11): ISO 8601, read as serial number.
///
/// `2023-08-31`, `2023-08-31T13:30:00.5`, `13:30:00`, or a length of time such as `PT36H30M`, which Excel writes for what
/// stands under `[h]:mm:ss`. A zone behind it is left out: the clock on the wall is what a cell shows.
struct ISODate {
  let serial: ExactNumber
  private let kind: Kind

  private enum Kind { case date, dateAndTime, time, duration }

  /// - Returns: nil for what is no such date.
  init?(_ written: UnsafeBufferPointer<UInt8>, is1904: Bool) {
    let bytes = XMLText.trimmed(written)
    guard bytes.count <= Self.longest else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    if let duration = ISODuration(text) {
      self.init(nanoseconds: duration.nanoseconds, .duration)
      return
    }
    let parts = Self.withoutZone(text).split(omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
    guard parts.count <= 2, let first = parts.first, let last = parts.last else { return nil }
    if parts.count == 1, first.contains("-") {
      guard let days = Self.days(first, is1904: is1904) else { return nil }
      self.init(nanoseconds: Int128(days) * Self.nanosecondsOfDay, .date)
      return
    }
    guard let time = Self.nanoseconds(last) else { return nil }
    if parts.count == 1 || first.isEmpty || Self.isDayZero(first) {
      self.init(nanoseconds: time, .time)
    } else {
      guard let days = Self.days(first, is1904: is1904) else { return nil }
      self.init(nanoseconds: Int128(days) * Self.nanosecondsOfDay + time, .dateAndTime)
    }
  }

  /// Bytes that a date or a length of time takes at most, with leading zeros to spare.
  private static let longest = 64
  private static let nanosecondsOfDay: Int128 = 86_400_000_000_000

  private init?(nanoseconds: Int128, _ kind: Kind) {
    let (days, time) = nanoseconds.quotientAndRemainder(dividingBy: Self.nanosecondsOfDay)
    guard days.magnitude < 100_000_000 else { return nil }
    // Twenty places of a day, of which fifteen figures remain.
    let scale: Int128 = 100_000_000_000_000_000_000
    let figures = days * scale + time * scale / Self.nanosecondsOfDay
    guard let serial = ExactNumber("\(figures)e-20") else { return nil }
    self.serial = serial
    self.kind = kind
  }

  /// A format for a date whose cell has none.
  func format(is1904: Bool) -> NumberFormat {
    let formats = is1904 ? Formats.of1904 : Formats.of1900
    return switch kind {
    case .date: formats.date
    case .dateAndTime: formats.dateAndTime
    case .time: formats.time
    case .duration: formats.duration
    }
  }

  private struct Formats {
    static let of1900 = Formats(is1904: false)
    static let of1904 = Formats(is1904: true)

    let date: NumberFormat
    let dateAndTime: NumberFormat
    let time: NumberFormat
    let duration: NumberFormat

    private init(is1904: Bool) {
      date = NumberFormat("yyyy/m/d", is1904: is1904)
      dateAndTime = NumberFormat("yyyy/m/d h:mm", is1904: is1904)
      time = NumberFormat("h:mm:ss", is1904: is1904)
      duration = NumberFormat("[h]:mm:ss", is1904: is1904)
    }
  }

  private static func days(_ date: Substring, is1904: Bool) -> Int? {
    let numbers = date.split(separator: "-", omittingEmptySubsequences: false).map { number($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2] else { return nil }
    // The two days before the calendar of 1900 begins are what serials 0 and 1 are written as (18.17.4.1).
    if !is1904, year == 1899, month == 12, day == 30 || day == 31 { return day - 30 }
    guard let serial = CivilDate.serial(year: year, month: month, day: day) else { return nil }
    return serial - (is1904 ? CivilDate.daysTo1904 : 0)
  }

  /// The day that programs write with a time alone where they cannot leave the day out.
  private static func isDayZero(_ date: Substring) -> Bool { date == "1899-12-31" || date == "1899-12-30" }

  /// Without `Z` or `+08:00`.
  private static func withoutZone(_ text: String) -> Substring {
    if text.last == "Z" { return text.dropLast() }
    let zone = Array(text.utf8.suffix(6))
    let sign = zone.first
    guard zone.count == 6, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), zone[3] == UInt8(ascii: ":") else {
      return text[...]
    }
    return text.dropLast(6)
  }

  private static func nanoseconds(_ time: Substring) -> Int128? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hours = number(parts[0]), let minutes = number(parts[1]),
      hours <= 24, minutes < 60
    else { return nil }
    guard let seconds = parts.count == 3 ? ISODuration.nanoseconds(ofSeconds: parts[2]) : 0, seconds <= 60_000_000_000
    else { return nil }
    return Int128((hours * 60 + minutes) * 60) * 1_000_000_000 + seconds
  }

  private static func number(_ figures: Substring) -> Int? {
    figures.utf8.count < 10 && figures.utf8.allSatisfy { $0 &- 48 < 10 } ? Int(figures) : nil
  }
}
