import Findings
import Publishing
import Testing
import TrackingModel

@testable import Conversion

/// One finding, one line: where, how bad, what, what to do, which rule.
@Suite struct FindingLineTests {
  /// A place, and how it stands at the head of a line in either language.
  static let places: [(place: Place, chinese: String, english: String)] = [
    (Place(), "", ""),
    (Place(file: "-"), "-：", "-: "),
    (
      Place(file: "甲.xlsx", sheet: "表1", cells: CellRange("C12"), field: "indicators[3].actual"),
      "甲.xlsx › 表1!C12 › indicators[3].actual：", "甲.xlsx › 表1!C12 › indicators[3].actual: "
    ),
    (
      Place(file: "乙.csv", position: BytePosition(line: 3, column: 7, byteOffset: 120)),
      "乙.csv › 第 3 行第 7 列，字节偏移 120：", "乙.csv › line 3, column 7, byte offset 120: "
    ),
    (Place(file: "乙.csv", position: BytePosition(line: 3)), "乙.csv › 第 3 行：", "乙.csv › line 3: "),
    (
      Place(file: "丙.xlsx", position: BytePosition(part: "xl/workbook.xml", byteOffset: 0)),
      "丙.xlsx › xl/workbook.xml › 字节偏移 0：", "丙.xlsx › xl/workbook.xml › byte offset 0: "
    ),
    (
      Place(file: "丙.xlsx", sheet: "表1", position: BytePosition(part: "xl/worksheets/sheet1.xml")),
      "丙.xlsx › 表1 › xl/worksheets/sheet1.xml：", "丙.xlsx › 表1 › xl/worksheets/sheet1.xml: "
    ),
  ]

  @Test(arguments: places) func saysWhere(place: Place, chinese: String, english: String) {
    let finding = Finding(.xlsxMalformed, at: place, ["reason": "…"])
    #expect(FindingLine.text(of: finding, in: .chinese).hasPrefix(chinese + "错误：" + finding.message(in: .chinese)))
    #expect(FindingLine.text(of: finding, in: .english).hasPrefix(english + "error: " + finding.message(in: .english)))
  }

  @Test func endsWithAdviceAndTheRule() throws {
    let finding = Finding(.xlsxMalformed, at: Place(file: "丙.xlsx"), ["reason": "…"])
    let advice = try #require(finding.advice(in: .english))
    #expect(
      FindingLine.text(of: finding, in: .english)
        == "丙.xlsx: error: " + finding.message(in: .english) + " " + advice + " [xlsx.malformed]")
  }

  @Test func `of a form, the project and the labels of its fields are named`() {
    var form = TrackingForm(title: "财政项目支出绩效跟踪表")
    form.project.name = "河道清淤"
    let place = Place(file: "甲.xlsx", sheet: "表1", cells: CellRange("C12"), field: "indicators[3].actual")
    let line = FindingLine.text(of: Finding(.fileEmpty, at: place), in: .chinese, form: ReportedForm(form))
    #expect(line.hasPrefix("甲.xlsx › 表1!C12 › 河道清淤 › 第 4 个指标"))
    #expect(line.contains("跟踪期实际完成值"))
  }
}
