import Findings
import Testing
import TrackingModel

@testable import Recognition

@Suite struct EntityReaderTests {
  @Test(arguments: [
    ("219-池州市某局", "219", "池州市某局"), ("219001-某中心", "219001", "某中心"),
    ("51000021R000000019951-工资性支出", "51000021R000000019951", "工资性支出"), ("A01- 某局", "A01", "某局"),
    ("219002-一网通办中心", "219002", "一网通办中心"), ("219-\u{301}某局", "219", "\u{301}某局"),
    ("[105]教育部", "105", "教育部"), ("【610001】某公司", "610001", "某公司"), ("［A07］-某处", "A07", "某处"),
    ("51092324T000010263357-2023年全县道路养护", "51092324T000010263357", "2023年全县道路养护"),
    ("202300000001-2号工程", "202300000001", "2号工程"),
  ])
  func splitsCodeAndName(words: String, code: String, name: String) {
    let reading = EntityReader.read(words)
    #expect(reading.value == NamedEntity(code: code, name: name))
    #expect(reading.findings == [Finding(.codeSplit, ["found": words, "code": code, "name": name])])
  }

  @Test(arguments: [
    "2023-2025年规划", "2023-某项目", "21-某局", "ABC-某局", "219-1号工程", "219- 1号工程", "abc1-某局", "上海市莘庄工业区(汇总)", "某局-某处",
    "219-", "219－某局", "1-3号楼", "[2023]某项目", "[甲]某局", "[105]", "（105）某局", "20230000001-2号工程",
  ])
  func anythingElseIsAName(words: String) {
    #expect(EntityReader.read(words) == Reading(NamedEntity(name: words)))
  }

  @Test func lineBreaksAreDroppedWithANote() {
    let reading = EntityReader.read("上海市莘庄\n工业区")
    #expect(reading.value == NamedEntity(name: "上海市莘庄工业区"))
    #expect(reading.findings.map(\.rule) == [.lineBreaksDropped])
    #expect(EntityReader.read("Smart\r\nCity 二期\n工程").value.name == "Smart City 二期工程")
  }

  @Test(arguments: ["", "—", " / "])
  func noneMarksNameNobody(words: String) {
    #expect(EntityReader.read(words) == Reading(NamedEntity()))
  }
}
