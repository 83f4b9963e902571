import Testing
import TrackingModel

@testable import Recognition

/// Rows and blocks that nobody knows are kept with their labels.
@Suite struct UnknownRowsTests {
  private func extras(_ change: (inout FormTables) -> Void) -> [String] {
    var tables = FormTables()
    change(&tables)
    return tables.form().extras.map { $0.label + "=" + $0.text }
  }

  @Test func aboveBetweenAndBelow() {
    #expect(extras { $0.heading += "\n建设缘由 | 居民来信反映出行不便。" } == ["建设缘由=居民来信反映出行不便。"])
    #expect(extras { $0.goals += "\n建设缘由 | 居民来信。" } == ["建设缘由=居民来信。"])
    #expect(extras { $0.indicators += "\n施工中的困难 | 雨季。" } == ["施工中的困难=雨季。"])
    #expect(extras { $0.measures += "\n还要说明的事 | 已与街道会商。" } == ["还要说明的事=已与街道会商。"])
  }

  @Test func severalInOneLine() {
    #expect(extras { $0.heading += "\n建设缘由 | 来信 | 牵头科室 | 工程科" } == ["建设缘由=来信", "牵头科室=工程科"])
    #expect(extras { $0.heading += "\n项目类别 | 经常性 | 牵头科室 | 工程科" } == ["项目类别=经常性", "牵头科室=工程科"])
  }

  @Test func blockWithLabelsOfItsOwn() {
    let found = extras { $0.heading += "\n立项材料↓ | 批复文号 | 〔2023〕5号\n| 评审结论 | 同意建设" }
    #expect(found == ["立项材料：批复文号=〔2023〕5号", "立项材料：评审结论=同意建设"])
  }

  @Test func knownLabelWithLabelsOfItsOwn() {
    let parted = extras { $0.heading += "\n立项依据↓ | 上级要求 | 有文件\n| 群众需求 | 有来信" }
    #expect(parted == ["上级要求=有文件", "群众需求=有来信"])
    let apart = extras { $0.heading += "\n立项依据 | 上级要求 | 有文件\n | 群众需求 | 有来信" }
    #expect(apart == ["上级要求=有文件", "群众需求=有来信"])
    #expect(extras { $0.heading += "\n立项依据 | 有文件 | 牵头科室 | 工程科" } == ["立项依据=有文件", "牵头科室=工程科"])
  }

  @Test func secondRowOfAKnownLabel() {
    #expect(
      extras { $0.heading += "\n项目类别↓ | □经常性 ☑一次性\n| □新增 ☑延续" } == [
        "项目类别=□经常性 ☑一次性", "项目类别=□新增 ☑延续",
      ])
    #expect(
      extras { $0.heading += "\n项目类别 | □经常性 ☑一次性\n | □新增 ☑延续" } == [
        "项目类别=□经常性 ☑一次性", "项目类别=□新增 ☑延续",
      ])
    #expect(extras { $0.heading += "\n项目类别 | □甲 ☑乙\n | □丙 ☑丁\n | ☑戊" }.last == "项目类别=☑戊")
    // What stands below another cell is no value of this label.
    #expect(extras { $0.heading += "\n项目类别 | ☑一次性\n | | 散落的话" } == ["项目类别=☑一次性"])
  }

  @Test(arguments: ["现场管理↓", "现场管理"])
  func tableOfTextsWithLabelsOnBothSides(label: String) {
    let found = extras {
      $0.heading += "\n\(label) | | 怎么做 | 存在问题\n| 围挡 | 已封闭 | \n| 扬尘 | 每日洒水 | 两处未盖网\n| 夜间 | | 噪声扰民"
    }
    #expect(
      found == [
        "现场管理：围挡：怎么做=已封闭", "现场管理：扬尘：怎么做=每日洒水", "现场管理：扬尘：存在问题=两处未盖网", "现场管理：夜间：存在问题=噪声扰民",
      ])
  }

  @Test func twoLabelsAboveATableWithoutABlockLabelAreNoBlock() {
    let found = extras {
      $0.goals += "\n建设缘由 | 来信 | | 牵头科室 | 工程科"
      $0.indicators = " | 一级指标 | 二级指标 | 三级指标 | 年度指标值\n绩效指标 | 产出指标 | 数量指标 | 桥墩数 | 4"
    }
    #expect(found == ["建设缘由=来信", "牵头科室=工程科"])
  }

  @Test func tableOfItsOwn() {
    let found = extras { $0.heading += "\n分段计划↓ | 工序 | 开工 | 完工\n| 打桩 | 三月 | 五月\n| 架梁 | 六月 | 八月" }
    #expect(found.first == "分段计划：工序=打桩" && found.last == "分段计划：完工=八月" && found.count == 6)
  }

  @Test func labelBehindItsColon() {
    #expect(extras { $0.measures += "\n还要说明的事：已与街道会商" } == ["还要说明的事=已与街道会商"])
  }

  @Test func opinionIsKeptWhereOthersSign() {
    #expect(extras { $0.measures += "\n主管部门意见 | 同意上报，请加快。" } == ["主管部门意见=同意上报，请加快。"])
    #expect(extras { $0.measures += "\n主管部门意见 | （盖章）" } == [])
  }

  @Test func unknownHeadingsStandAboveTheirValues() {
    var tables = FormTables()
    tables.heading = "跟踪时段：2023年1-8月\n项目名称 | 建设地点 | 主管部门 | 实施单位\n甲工程 | 北岸 | 乙局 | 丙中心"
    let form = tables.form()
    #expect(form.project.name == "甲工程" && form.supervisingDepartment.name == "乙局")
    #expect(form.extras == [Extra(label: "建设地点", text: "北岸", cell: "B4")])
  }

  @Test func sentencesThatRepeatTheirLabelKeepTheirWords() {
    #expect(FormTables(measures: "纠偏措施 | 纠偏措施：由项目科牵头。").form().correctiveMeasures == "纠偏措施：由项目科牵头。")
  }

  @Test func otherValuesLoseTheRepeatedLabelWithANote() {
    let found = FormTables(heading: "跟踪时段：2023年1-8月\n项目名称 | 项目名称：甲工程\n主管部门 | 乙局 | 实施单位 | 丙中心").recognized()
    #expect(found.forms.first?.form.project.name == "甲工程")
    #expect(rules(found).contains("form.label-repeated B3"))
  }
}
