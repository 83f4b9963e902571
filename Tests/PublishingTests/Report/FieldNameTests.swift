import Findings
import Testing

@testable import Publishing

@Suite struct FieldNameTests {
  @Test(arguments: [
    ("project.name", "项目名称"), ("period", "跟踪时段"), ("budget", "预算执行情况"), ("budget.total", "年度资金总额"),
    ("budget.total.executionRate", "年度资金总额 · 执行率(%)"), ("budget.additional[0].periodBudget", "第 1 项其他资金来源 · 跟踪期预算数"),
    ("indicators[3].actual", "第 4 个指标 · 跟踪期实际完成值"), ("indicators[0]", "第 1 个指标"), ("indicators", "绩效指标"),
    ("assessment.goalCompletion", "年度绩效目标完成可能性"), ("correctiveMeasures", "纠偏措施"), ("something.else", "something.else"),
    ("indicators[x]", "indicators[x]"), ("budget.other[", "other["),
  ])
  func pathsAreCalledByTheOfficialLabels(path: String, name: String) {
    #expect(FieldName.text(of: path, in: .chinese) == name)
  }

  @Test(arguments: [
    (Place(sheet: "表1", cells: CellRange("C12")), "表1!C12"), (Place(cells: CellRange("A1:H1")), "A1:H1"),
    (Place(sheet: "表1"), "表1"), (Place(), ""), (Place(position: BytePosition(line: 3, column: 7)), "第 3 行第 7 个字符"),
    (Place(position: BytePosition(part: "xl/workbook.xml", byteOffset: 120)), "xl/workbook.xml 第 120 字节之后"),
  ])
  func placesAreShort(place: Place, spot: String) { #expect(place.spot(in: .chinese) == spot) }
}
