import Findings
import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

@Suite struct PeriodReaderTests {
  @Test(arguments: [
    ("2023-1月 至 2023-8月", "2023-01", "2023-08"),
    ("跟踪时段：（ 2023-1月 至 2023-8月 ）", "2023-01", "2023-08"),
    ("2023年1-8月", "2023-01", "2023-08"),
    ("2023年1-8", "2023-01", "2023-08"),
    ("2023-01-01至08-31", "2023-01", "2023-08"),
    ("2023.01.01-08.31", "2023-01", "2023-08"),
    ("2023年1月-8月", "2023-01", "2023-08"),
    ("2023年1月至8月份", "2023-01", "2023-08"),
    ("2023 年 01 月 — 08 月", "2023-01", "2023-08"),
    ("2023.01—2023.08", "2023-01", "2023-08"),
    ("2023.1-8", "2023-01", "2023-08"),
    ("2023.1-2023.8", "2023-01", "2023-08"),
    ("2023-01-2023-08", "2023-01", "2023-08"),
    ("2023-1-8月", "2023-01", "2023-08"),
    ("2023/01-2023/08", "2023-01", "2023-08"),
    ("2023/1/1-2023/8/31", "2023-01", "2023-08"),
    ("2023-01-01至2023-08-31", "2023-01", "2023-08"),
    ("2023-01-01-2023-08-31", "2023-01", "2023-08"),
    ("2023-01-01 00:00:00 ~ 2023-08-31 00:00:00", "2023-01", "2023-08"),
    ("2023年1月1日-2023年8月31日", "2023-01", "2023-08"),
    ("2023年1月1日-8月31日", "2023-01", "2023-08"),
    ("自2023年1月1日起至2023年8月31日止", "2023-01", "2023-08"),
    ("２０２３年１－８月", "2023-01", "2023-08"),
    ("２０２３年１月～８月", "2023-01", "2023-08"),
    ("二〇二三年一月至八月", "2023-01", "2023-08"),
    ("二○二三年一至十二月", "2023-01", "2023-12"),
    ("202301-202308", "2023-01", "2023-08"),
    ("20230101-20230831", "2023-01", "2023-08"),
    ("1月至2023年8月", "2023-01", "2023-08"),
    ("2022年7月-2023年6月", "2022-07", "2023-06"),
    ("2022年11月——2023年2月", "2022-11", "2023-02"),
    ("2023年度1-7月", "2023-01", "2023-07"),
    ("23年1-8月", "2023-01", "2023-08"),
    ("2023年上半年", "2023-01", "2023-06"),
    ("2023年下半年", "2023-07", "2023-12"),
    ("2023年半年度", "2023-01", "2023-06"),
    ("2023年第三季度", "2023-07", "2023-09"),
    ("2023年三季度", "2023-07", "2023-09"),
    ("2023年前三季度", "2023-01", "2023-09"),
    ("2023年1-3季度", "2023-01", "2023-09"),
    ("2023年第一季度至第三季度", "2023-01", "2023-09"),
    ("2023年前8个月", "2023-01", "2023-08"),
  ])
  func readsBothEnds(words: String, start: String, end: String) {
    let reading = PeriodReader.read(words, year: nil)
    #expect(reading.value == TrackingPeriod(start: YearMonth(start), end: YearMonth(end)))
    #expect(reading.findings.isEmpty)
  }

  @Test(arguments: [
    "2023年8月", "2023-8月", "2023-08", "2023.8", "截至2023年8月底", "2023年8月31日", "2023-08-31", "20230831", "2023/8/31",
  ])
  func anEndAloneBeginsInJanuary(words: String) {
    let reading = PeriodReader.read(words, year: nil)
    #expect(reading.value == TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-08")))
    #expect(reading.findings.map(\.rule) == [.periodFromJanuary])
  }

  @Test(arguments: ["2023年度", "2023年", "2023", "（2023 年度）", "2023年全年", "二〇二三年度"])
  func aBareYearIsAllOfIt(words: String) {
    let reading = PeriodReader.read(words, year: nil)
    #expect(reading.value == TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-12")))
    #expect(reading.findings.map(\.rule) == [.periodWholeYear])
  }

  @Test(arguments: [("1-7月", 7), ("1月—8月", 8), ("01-08", 8), ("上半年", 6), ("1月1日至8月31日", 8), ("一至九月", 9)])
  func monthsTakeTheYearFromElsewhere(words: String, end: Int) {
    let reading = PeriodReader.read(words, year: 2024)
    #expect(
      reading.value
        == TrackingPeriod(start: YearMonth(year: 2024, month: 1), end: YearMonth(year: 2024, month: end)))
    #expect(reading.findings.map(\.rule) == [.periodYearAdded])
  }

  @Test func monthsWithoutAnyYearAreAnErrorThatQuotesThem() {
    let reading = PeriodReader.read("1-7月", year: nil)
    #expect(reading.value == TrackingPeriod())
    #expect(reading.findings == [Finding(.periodYearMissing, ["found": "1-7月"])])
  }

  @Test(arguments: [
    "暂无", "2023年13月", "8", "1-13月", "2023年1-8月-9月", "项目实施期内", "2023年0月", "2023年5季度", "3000年1月", "2023-1-8-9-10",
  ])
  func otherWordsAreAnError(words: String) {
    let reading = PeriodReader.read(words, year: 2023)
    #expect(reading.value == TrackingPeriod())
    #expect(reading.findings == [Finding(.periodUnreadable, ["found": words])])
  }

  @Test(arguments: ["", " ", "-", "/", "——"])
  func nothingIsNoPeriodAndNoError(words: String) {
    let reading = PeriodReader.read(words, year: 2023)
    #expect(reading.value == TrackingPeriod())
    #expect(reading.findings.isEmpty)
  }

  @Test func aDateCellIsTheEndOfAPeriodWhateverItShows() {
    let cell = Cell(
      at: CellReference(row: 0, column: 0), kind: .date, text: "8月31日", value: "45169", format: "m\"月\"d\"日\"")
    let reading = PeriodReader.read(cell, year: nil)
    #expect(reading.value == TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-08")))
    #expect(reading.findings == [Finding(.periodFromJanuary, ["found": "8月31日"])])
  }

  @Test func datesSideBySideCountWithTheirYearsWhateverTheyShow() {
    let format = "m\"月\"d\"日\""
    let cells = [
      Cell(at: CellReference(row: 0, column: 0), kind: .date, text: "1月1日", value: "44927", format: format),
      Cell(at: CellReference(row: 0, column: 1), text: "至"),
      Cell(at: CellReference(row: 0, column: 2), kind: .date, text: "8月31日", value: "45169", format: format),
    ]
    let reading = PeriodReader.read(cells, year: nil)
    #expect(reading == Reading(TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-08"))))
  }

  @Test(arguments: [
    ("（2022年度）", 2022), ("某局2023年1-8月绩效跟踪表", 2023), ("二〇二四年度", 2024), ("202308", 2023), ("20230831", 2023),
  ])
  func findsTheYearOfATitle(words: String, year: Int) {
    #expect(PeriodReader.year(in: words) == year)
  }

  @Test(arguments: ["财政项目支出绩效跟踪表", "1-8月", "12345", "编号 8888"])
  func findsNoYearWhereThereIsNone(words: String) {
    #expect(PeriodReader.year(in: words) == nil)
  }
}
