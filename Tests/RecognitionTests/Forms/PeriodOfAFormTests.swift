import Testing
import TrackingModel

@testable import Recognition

/// Where a form's period and year come from.
@Suite struct PeriodOfAFormTests {
  private static let period = TrackingPeriod(
    start: YearMonth(year: 2023, month: 1), end: YearMonth(year: 2023, month: 8))
  private static let names = "项目名称 | 甲工程"

  @Test(arguments: [
    FormTables(heading: names + "\n跟踪时段 | 2023年1-8月"),
    FormTables(heading: "2023年1-8月\n" + names),
    FormTables(title: "2023年财政项目支出绩效跟踪表", heading: "跟踪时段：1-8月\n" + names),
    FormTables(heading: "年度 | 2023\n跟踪时段：1-8月\n" + names),
    FormTables(heading: "（2023年度）\n跟踪时段：1-8月\n" + names),
    FormTables(title: "2023年度财政项目支出绩效跟踪表（1-8月）", heading: names),
    FormTables(title: "财政项目支出绩效跟踪表（截至2023年8月31日）", heading: names),
    FormTables(heading: "跟踪开始日期 | 2023-01-01 | 跟踪结束日期 | 2023-08-31\n" + names),
    FormTables(heading: "跟踪截止日期：2023年8月31日\n" + names),
    FormTables(heading: "（2023年度）\n" + names, budget: FormTables().budget.replacing("跟踪期执行数", with: "1-8月执行数")),
  ])
  func periodIsFoundWhereverItStands(_ tables: FormTables) {
    #expect(tables.form().period == Self.period)
  }

  @Test func yearOfTheProfileServesWhereTheFormHasNone() {
    var settings = RecognitionSettings()
    settings.year = 2023
    let found = FormTables(heading: "跟踪时段：1-8月\n" + Self.names).recognized(settings)
    #expect(found.forms.first?.form.period == Self.period)
    #expect(rules(found).contains("value.period-year-added A2"))
  }

  @Test func monthsWithoutAnyYearAreAnError() {
    let found = FormTables(heading: "跟踪时段：1-8月\n" + Self.names).recognized()
    #expect(found.forms.first?.form.period == TrackingPeriod())
    #expect(rules(found).contains("value.period-year-missing A2"))
  }

  @Test func endAloneBeginsInJanuary() {
    let found = FormTables(heading: "跟踪截止日期 | 2023-08-31\n" + Self.names).recognized()
    #expect(found.forms.first?.form.period == Self.period)
    #expect(rules(found).contains("value.period-from-january B2"))
  }
}
