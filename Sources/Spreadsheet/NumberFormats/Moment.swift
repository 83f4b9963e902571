/// A serial number as days and time of day, rounded to what is shown of a second.
struct Moment {
  /// Figures of a second to which a date without a time is rounded: it does not turn into the next day half a second before midnight.
  static let placesOfDate = 4

  let days: Int
  let hour: Int
  let minute: Int
  let second: Int
  private let part: Int
  private let places: Int

  /// nil for more days than can be.
  /// - Parameter places: Figures of a second to round to.
  /// - Precondition: The number is not negative.
  init?(_ number: ExactNumber, places: Int) {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let unitsOfDay = Int128(86_400 * scale)
    var units = Int128(number.significand) * unitsOfDay
    if number.exponent >= 0 {
      guard number.exponent < 9, number.significand < 1_000_000_000_000 else { return nil }
      for _ in 0..<number.exponent { units *= 10 }
    } else {
      var divisor: Int128 = 1
      for _ in 0..<min(-number.exponent, 30) { divisor *= 10 }
      units = number.exponent < -30 ? 0 : (units + divisor / 2) / divisor
    }
    guard units / unitsOfDay < 1_000_000_000_000 else { return nil }
    days = Int(units / unitsOfDay)
    let inDay = Int(units % unitsOfDay)
    part = inDay % scale
    self.places = places
    second = inDay / scale % 60
    minute = inDay / scale / 60 % 60
    hour = inDay / scale / 3600
  }

  /// The part of a second, as this many figures.
  func fraction(places wanted: Int) -> Int {
    var value = part
    for _ in wanted..<max(wanted, places) { value /= 10 }
    return value
  }
}
