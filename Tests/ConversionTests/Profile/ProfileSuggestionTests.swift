import Findings
import Spreadsheet
import Testing

@testable import Conversion

@Suite struct ProfileSuggestionTests {
  @Test func whatWasNotUnderstoodIsProposed() throws {
    let file = """
      项目的名称,修缮工程
      跟踪时段,1-8月
      主管部门,某局,实施单位,房管所
      预算执行情况,,年初预算数,跟踪期预算数,跟踪期执行数,执行率
      ,年度资金总额,10,10,5,50
      ,一级指标,二级指标,三级指标,年度指标值,跟踪期计划完成值,跟踪期实际完成值
      绩效指标,产出指标,数量指标,面积,80,80,80
      """
    let text = try ProfileSuggestion.yaml(for: .bytes(Array(file.utf8)), named: "某表.csv")
    #expect(text.contains("project: [\"项目的名称\"]"))
    #expect(text.contains("unit: 万元"))
    #expect(text.contains("# year:"))
    #expect(!text.contains("产出指标"))
    // It can be used as it is, and then helps.
    let profile = try Profile(yaml: text)
    #expect(profile.recognition.synonyms["project"] == ["项目的名称"])
  }

  @Test func aFileThatWasUnderstoodNeedsNone() throws {
    let file = """
      项目名称,修缮工程
      跟踪时段,2023年1-8月
      主管部门,某局,实施单位,房管所
      预算执行情况(万元),,年初预算数,跟踪期预算数,跟踪期执行数,执行率
      ,年度资金总额,10,10,5,50
      ,一级指标,二级指标,三级指标,年度指标值,跟踪期计划完成值,跟踪期实际完成值
      绩效指标,产出指标,数量指标,面积,80,80,80
      """
    let text = try ProfileSuggestion.yaml(for: .bytes(Array(file.utf8)), named: "某表.csv")
    #expect(text.contains("不需要配置"))
  }

  @Test func columnsOfALedgerWithoutAFieldAreListed() throws {
    let file = """
      项目名称,实施单位,三级指标,年度指标值,考核人
      修缮,房管所,面积,80,张三
      """
    let text = try ProfileSuggestion.yaml(for: .bytes(Array(file.utf8)), named: "台账.csv")
    #expect(text.contains("# ???: \"考核人\""))
    #expect(try Profile(yaml: text).recognition.ledger == nil)
  }
}
