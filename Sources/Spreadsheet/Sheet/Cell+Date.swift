extension Cell {
  /// The day of a date, from whichever day its workbook counts (ECMA-376 part 1, 18.17.4.1); nil unless the kind is date, and where
  /// there is no such day.
  ///
  /// A time without a day, such as 8:30, is of the day 0 that Excel shows: 0 January 1900.
  public var day: CivilDate? {
    moment.flatMap { CivilDate(serial: $0.days + (style?.is1904 == true ? CivilDate.daysTo1904 : 0)) }
  }

  /// The time of day of a date, to the millisecond; nil unless the kind is date.
  public var timeOfDay: Duration? {
    moment.map {
      .seconds(($0.hour * 60 + $0.minute) * 60 + $0.second) + .milliseconds($0.fraction(places: 3))
    }
  }

  private var moment: Moment? {
    guard kind == .date, let number = exactNumber, number.significand >= 0 else { return nil }
    return Moment(number, places: Moment.placesOfDate)
  }
}
