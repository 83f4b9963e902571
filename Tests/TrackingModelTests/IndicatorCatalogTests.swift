import Testing
import TrackingModel

@Suite struct IndicatorCatalogTests {
  @Test(
    arguments: [
      ("产出指标", "产出指标"), ("产 出 指 标", "产出指标"), ("产出", "产出指标"), ("产出指标(50分)", "产出指标"), ("产出指标（50分）", "产出指标"),
      ("效果指标", "效益指标"), ("满意度指标", "满意度指标"), ("成本指标", "成本指标"), ("一、产出指标", nil), ("产出\n指标", "产出指标"),
      ("成本指标（0-20）分", "成本指标"), ("产出指标50分", "产出指标"), ("产出指标【40】分", "产出指标"), ("效益指标(20.5)分", "效益指标"),
      ("产出得分", nil), ("30分", nil), ("产出指标50", nil),
    ] as [(String, String?)])
  func `level 1 in its spellings`(words: String, name: String?) {
    #expect(IndicatorCatalog.level1(words) == name)
  }

  @Test(
    arguments: [
      ("质量", "质量指标"), ("进度指标", "时效指标"), ("环境效益指标", "生态效益指标"), ("产出数量", "数量指标"), ("经济效益\n指标", "经济效益指标"),
      ("社会公众或服务对象满意度指标", "服务对象满意度指标"), ("满意度指标", "服务对象满意度指标"), ("经济成本指标", "经济成本指标"), ("居民满意度", nil), ("完成数量", nil),
    ] as [(String, String?)])
  func `level 2 in its spellings`(words: String, name: String?) {
    #expect(IndicatorCatalog.level2(words) == name)
  }

  @Test(
    arguments: [
      ("产出指标", "产出指标", nil), ("成本", "成本指标", "成本指标"), ("满意度指标(10分)", "满意度指标", "服务对象满意度指标"),
      ("可持续发展影响指标", nil, "可持续影响指标"), ("社会公众或服务对象满意度指标", nil, "服务对象满意度指标"), ("完成数量", nil, nil), ("", nil, nil),
      ("社会公众或者服务对象满意度调查指标", nil, nil),
    ] as [(String, String?, String?)])
  func `both levels told from folded words`(words: String, level1: String?, level2: String?) {
    let found = IndicatorCatalog.levels(spelledBy: ComparedText.scalars(of: words)[...])
    #expect(found == (level1, level2))
  }

  @Test func `every spelling leads to a name of the catalog, and each level 2 knows its level 1`() {
    for group in IndicatorCatalog.levels {
      #expect(IndicatorCatalog.level1(group.level1) == group.level1)
      for name in group.level2 {
        #expect(IndicatorCatalog.level2(name) == name)
        #expect(IndicatorCatalog.accepts(level2: name, under: group.level1))
      }
    }
    #expect(IndicatorCatalog.parent(ofLevel2: "成本指标") == "产出指标")
    #expect(IndicatorCatalog.accepts(level2: "经济成本指标", under: "产出指标"))
    #expect(IndicatorCatalog.accepts(level2: "成本指标", under: "成本指标"))
    #expect(!IndicatorCatalog.accepts(level2: "数量指标", under: "效益指标"))
  }
}
