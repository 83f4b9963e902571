/// A day as Excel counts it, by integer arithmetic: no clock, no locale, no time zone.
///
///     CivilDate(serial: 45169)                              // 31 August 2023
///     CivilDate.serial(year: 2023, month: 8, day: 31)       // 45169
///
/// The serial numbers are those of the 1900 date system (ECMA-376 part 1, 18.17.4.1); of the 1904 system, add
/// `daysTo1904`.
public struct CivilDate: Hashable, Sendable {
  /// 1900 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31; 0 for the serial number 0, which Excel shows as 0 January 1900.
  public let day: Int
  /// 0 for Sunday. In the first two months of 1900 it is one off, as in Excel.
  public let weekday: Int

  /// The last day there is: 31 December 9999.
  package static let lastSerial = 2_958_465
  /// Days between 1 January 1904 and day 0 of the other count.
  package static let daysTo1904 = 1462

  /// - Parameter serial: Days since 31 December 1899, with 29 February 1900 counted although there was none, and day 0
  ///   shown as 0 January 1900; nil outside of 0 to `lastSerial`.
  public init?(serial: Int) {
    guard serial >= 0, serial <= Self.lastSerial else { return nil }
    weekday = (serial + 6) % 7
    switch serial {
    case 0: (year, month, day) = (1900, 1, 0)
    case 60: (year, month, day) = (1900, 2, 29)
    default:
      // Days since 1 March 0000 of the proleptic Gregorian calendar, whose years end with February.
      let days = serial + (serial < 60 ? 1 : 0) + 693_899
      let era = days / 146_097
      let dayOfEra = days % 146_097
      let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
      let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      let shifted = (5 * dayOfYear + 2) / 153
      day = dayOfYear - (153 * shifted + 2) / 5 + 1
      month = shifted < 10 ? shifted + 3 : shifted - 9
      year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
  }

  /// The serial of a day of the Gregorian calendar from 1 January 1900 on; nil where there is no such day.
  public static func serial(year: Int, month: Int, day: Int) -> Int? {
    guard year >= 1900, year <= 9999, month >= 1, month <= 12, day >= 1, day <= 31 else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let shiftedMonth = month <= 2 ? month + 9 : month - 3
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * shiftedMonth + 2) / 5 + day - 1
    let days = era * 146_097 + dayOfEra - 693_899
    let serial = days < 61 ? days - 1 : days
    guard let back = CivilDate(serial: serial), back.month == month, back.day == day else { return nil }
    return serial
  }
}
