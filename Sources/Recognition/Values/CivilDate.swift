import Foundation

/// A day of the Gregorian calendar, computed without clock, locale or time zone.
struct CivilDate: Hashable {
  let year: Int
  let month: Int
  let day: Int

  /// The day of a serial number of the 1900 date system (ECMA-376 part 1, 18.17.4.1): 1 is 1 January 1900, 60 the 29 February 1900
  /// that never was. nil outside of 1900 to 9999.
  init?(serial: Decimal) {
    let whole = NSDecimalNumber(decimal: serial).intValue
    guard serial >= 1, serial < 2_958_466 else { return nil }
    // From 1 March 1900 on, serial 25,569 is 1 January 1970.
    let days = (whole < 60 ? whole + 1 : whole) - 25_569
    // Days are counted from 1 March of year 0, in eras of 400 years, as Howard Hinnant's `civil_from_days` does.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }
}
