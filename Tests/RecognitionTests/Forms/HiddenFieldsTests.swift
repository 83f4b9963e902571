import Findings
import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

/// Hidden rows that say a field of the form once more: an old version that somebody kept.
@Suite struct HiddenFieldsTests {
  /// - Parameter hidden: Counted from 0.
  private func read(_ tables: FormTables, hidden: Set<Int>) -> (form: TrackingForm, twice: [String]) {
    let sheet = table(tables.text)
    let found = Recognizer().recognize(
      Sheet(info: sheet.info, cells: sheet.cells, merges: sheet.merges, hiddenRows: hidden))
    let twice = rules(found).filter { $0.hasPrefix("form.field-twice") }.map { String($0.dropFirst(17)) }
    return (found.forms.first?.form ?? TrackingForm(), twice)
  }

  @Test func visibleNameCountsWhereverItStands() {
    let above = FormTables(heading: "项目名称 | 旧工程\n项目名称 | 甲工程\n主管部门 | 乙局 | | 实施单位 | 丙中心")
    #expect(read(above, hidden: [1]).form.project.name == "甲工程")
    #expect(read(above, hidden: [1]).twice == ["B2"])
    #expect(read(above, hidden: [2]).form.project.name == "旧工程")
    let inline = FormTables(heading: "跟踪时段：2022年1-8月\n跟踪时段：2023年1-8月\n项目名称 | 甲工程")
    #expect(read(inline, hidden: [1]).form.period.end?.year == 2023)
    #expect(read(inline, hidden: [1]).twice == ["A2"])
  }

  @Test func hiddenTextIsNoPartOfTheVisibleOne() {
    let tables = FormTables(measures: "纠偏措施 | 旧的说法。\n纠偏措施 | 加快施工。")
    let hidden = table(tables.text).cells.first { $0.text == "旧的说法。" }?.reference.row ?? 0
    let found = read(tables, hidden: [hidden])
    #expect(found.form.correctiveMeasures == "加快施工。")
    #expect(found.twice == ["B\(hidden + 1)"])
  }

  @Test func hiddenRowWithoutAnotherIsRead() {
    let found = read(FormTables(heading: "跟踪时段：2023年1-8月\n项目名称 | 甲工程\n主管部门 | 乙局"), hidden: [1, 3])
    #expect(found.form.period.end?.year == 2023 && found.form.supervisingDepartment.name == "乙局")
    #expect(found.twice.isEmpty)
  }
}
