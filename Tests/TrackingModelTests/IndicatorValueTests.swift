import Testing
import TrackingModel

@Suite struct IndicatorValueTests {
  @Test(
    arguments: [
      ("=100.00(%)", "=", "100.00", "%"),
      ("=19.00(个)", "=", "19.00", "个"),
      ("=0(起)", "=", "0", "起"),
      ("≥90.00(%)", "≥", "90.00", "%"),
      ("≤5.00(%)", "≤", "5.00", "%"),
      ("75.00", nil, "75.00", nil),
      ("≥50个", "≥", "50", "个"),
      ("≤90万元", "≤", "90", "万元"),
      ("≥100百分比", "≥", "100", "百分比"),
      (">=90%", "≥", "90", "%"),
      ("＝１００％", "=", "100", "%"),
      ("100%", nil, "100", "%"),
      ("超13万元/年", ">", "13", "万元/年"),
      ("13969.56标箱", nil, "13969.56", "标箱"),
      ("4次/年", nil, "4", "次/年"),
      ("1,234.50元", nil, "1234.50", "元"),
      ("-3.5%", nil, "-3.5", "%"),
      ("不低于 90 %", "≥", "90", "%"),
      ("5个以上", "≥", "5", "个"),
      ("≥ 3 年", "≥", "3", "年"),
      ("500m2", nil, "500", "m2"),
      ("12，345个", nil, "12345", "个"),
      ("＞5（次）", ">", "5", "次"),
    ] as [(String, String?, String, String?)])
  func `a quantity has comparison, amount and unit`(text: String, comparison: String?, amount: String, unit: String?) {
    let value = IndicatorValue(text: text)
    #expect(value.text == text)
    #expect(value.comparison?.rawValue == comparison)
    #expect(value.amount == amount)
    #expect(value.unit == unit)
  }

  @Test(arguments: [
    "及时", "提升", "12月底前", "12月底", "2024年3月", "2024年", "12月31日前", "≥**%", "**元/人·月", "XX", "88 100", "80-90%", "80~90%",
    "第三季度", "1:2", "在项目计划完成时间内完成", "", "%", "=", "10个，其中新建3个", "2023.01.05", "2023/1/5",
  ])
  func `a qualitative value, a date, a range has only its text`(text: String) {
    #expect(IndicatorValue(text: text) == IndicatorValue(text: text, comparison: nil, amount: nil, unit: nil))
  }
}
