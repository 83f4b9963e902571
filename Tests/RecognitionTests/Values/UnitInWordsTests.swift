import Testing

@testable import Recognition

@Suite struct UnitInWordsTests {
  @Test(arguments: [
    ("预算执行情况 (万元)", AmountUnit.tenThousandYuan, "预算执行情况"), ("项目资金（元）", .yuan, "项目资金"), ("单位：元", .yuan, ""),
    ("金额单位:万元", .tenThousandYuan, ""), ("（单位：千元）", .thousandYuan, ""), ("年初预算数/万元", .tenThousandYuan, "年初预算数"),
    ("万元", .tenThousandYuan, ""), ("预算执行情况(百万元)", .millionYuan, "预算执行情况"), ("年初预算（亿元）", .hundredMillionYuan, "年初预算"),
    ("单位：人民币元", .yuan, ""),
    ("单位：元、%", .yuan, "、%"), ("全年预算数（A）（万元）", .tenThousandYuan, "全年预算数(A)"), ("单位 ： 万 元", .tenThousandYuan, ""),
    ("预算数【元】", .yuan, "预算数"),
  ])
  func readsTheUnitOfALabel(label: String, unit: AmountUnit, rest: String) {
    let stated = AmountUnit.stated(in: label)
    #expect(stated?.unit == unit)
    #expect(stated?.rest == rest)
  }

  @Test(arguments: ["年初预算数", "实施单位", "不超过13万元", "超13万元/年", "公元2023", "执行率(%)", "美元（USD）", "项目单位（盖章）"])
  func otherWordsStateNone(label: String) {
    #expect(AmountUnit.stated(in: label) == nil)
  }
}
