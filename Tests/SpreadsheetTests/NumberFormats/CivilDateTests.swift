import Testing

@testable import Spreadsheet

@Suite struct CivilDateTests {
  @Test(arguments: [
    (1, 1900, 1, 1), (59, 1900, 2, 28), (61, 1900, 3, 1), (36_526, 2000, 1, 1), (36_585, 2000, 2, 29),
    (45_260, 2023, 11, 30),
    (73_110, 2100, 3, 1), (2_958_465, 9999, 12, 31),
  ]) func daysOfTheCalendar(_ serial: Int, _ year: Int, _ month: Int, _ day: Int) throws {
    let date = try #require(CivilDate(serial: serial))
    #expect((date.year, date.month, date.day) == (year, month, day))
    #expect(CivilDate.serial(year: year, month: month, day: day) == serial)
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    var before = try #require(CivilDate(serial: 61))
    for serial in 62...80_000 {
      let date = try #require(CivilDate(serial: serial))
      let isNextDay = date.day == before.day + 1 && date.month == before.month && date.year == before.year
      let isNextMonth = date.day == 1 && date.month == before.month + 1 && date.year == before.year
      let isNextYear = date.day == 1 && date.month == 1 && before.month == 12 && date.year == before.year + 1
      #expect(isNextDay || isNextMonth || isNextYear)
      #expect(date.weekday == (before.weekday + 1) % 7)
      #expect(CivilDate.serial(year: date.year, month: date.month, day: date.day) == serial)
      before = date
    }
  }

  @Test(arguments: [(2023, 2, 29), (1900, 2, 29), (2023, 13, 1), (2023, 4, 31), (1899, 12, 31), (10_000, 1, 1)])
  func noSuchDay(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate.serial(year: year, month: month, day: day) == nil)
  }
}
