import TrackingModel

/// Words that random forms are made of, and the spellings that layouts use for labels: written down from the form's family,
/// not taken from the vocabulary under test.
enum Words {
  static let places = ["浦川区", "社区", "农村", "街道", "校园", "河道", "莘庄工业区", "Smart City "]
  static let objects = ["老旧房屋", "公共厕所", "图书馆", "养老服务", "道路照明", "垃圾分类", "体育场馆", "排水管网", "档案", "安全生产"]
  static let deeds = ["修缮", "运行维护", "能力提升", "补贴", "改造", "信息化建设", "宣传", "购买服务"]
  static let nouns = ["工程", "项目", "经费", "专项", "（综合治理）工程", "(二期)"]
  static let departments = ["浦川区财政局", "上海市莘庄工业区(汇总)", "浦川区水务局", "临河县教育体育局", "市交通运输局"]
  static let units = ["浦川区房管办事处", "浦川区图书馆", "市排水管理中心", "第三中学", "临河县疾病预防控制中心", "城运中心（筹）"]
  static let aspects = ["完成率", "数量", "覆盖率", "达标率", "及时性", "合格率", "满意度", "投诉数", "控制情况", "健全性"]
  static let units2 = ["%", "个", "万元", "次/年", "公里", "人次", "起", "平方米"]
  static let qualities = ["及时", "提升", "健全", "12月底前", "12月底", "2024年3月", "达成预期指标", "明显改善", "逐步完善"]
  static let reasons = ["完成至第三季度", "招标流程较长", "受天气影响，工期顺延", "资金尚未拨付；计划四季度支付", "超额完成"]
  static let sentences = [
    "对辖区内20个小区开展修缮，居住条件逐步改善。", "按月推进，已完成年度任务的60%。", "组织培训4期，参训312人；满意度较高。", "建成后可服务居民3.5万人。",
    "保障设施正常运行，无安全责任事故。", "项目按计划有序开展",
  ]
  static let answers: [(text: String, likelihood: String?)] = [
    ("确定能完成", "certain"), ("有可能完成", "possible"), ("完全不可能完成", "impossible"), ("确定能", "certain"), ("基本可以完成", nil),
  ]
  static let titles = ["财政项目支出绩效跟踪表", "财政项目支出绩效跟踪表（试行）", "浦川区财政项目支出绩效跟踪表"]
  static let noneMarks = ["", "-", "/", "—"]

  /// Level 1, level 2 and what is printed for each; the canonical name first.
  static let levels: [(level1: [String], level2: [[String]])] = [
    (
      ["产出指标", "产 出 指 标", "产出指标(50分)", "产出"],
      [["数量指标", "数量", "产出数量"], ["质量指标", "质量"], ["时效指标", "进度指标", "时效"], ["成本指标", "成本"]]
    ),
    (
      ["效益指标", "效 益 指 标", "效益指标（30分）"],
      [
        ["经济效益指标", "经济效益"], ["社会效益指标", "社会效益"], ["生态效益指标", "环境效益指标"],
        ["可持续影响指标", "可持续影响"],
      ]
    ),
    (["满意度指标", "满意度指标(10分)"], [["服务对象满意度指标", "服务对象满意度", "社会公众或服务对象满意度指标"]]),
  ]

  static let labels: [String: [String]] = [
    "period": ["跟踪时段", "跟踪期", "监控时段"],
    "project": ["项目名称", "项目（政策）名称"],
    "department": ["主管部门", "主管预算部门", "主管部门及代码", "市级主管部门"],
    "unit": ["实施单位", "项目实施单位", "实施单位(盖章)", "项目执行单位", "预算单位"],
    "budget": ["预算执行情况", "项目资金", "资金使用情况"],
    "initialBudget": ["年初预算数", "年初预算"],
    "periodBudget": ["跟踪期预算数", "调整后预算数", "全年预算数", "本年预算数"],
    "periodExpenditure": ["跟踪期执行数", "预算执行数", "全年执行数", "监控期支出数", "1-8月执行数"],
    "executionRate": ["执行率", "预算执行率", "执行率（B/A）"],
    "total": ["年度资金总额", "年度资金总额：", "总额"],
    "currentYearAppropriation": ["其中：当年财政拨款", "其中:本年财政拨款", "当年财政拨款", "其中：当年一般公共预算拨款"],
    "carryOver": ["上年结转资金", "上年结转"],
    "otherFunds": ["其他资金"],
    "goals": ["年度总体目标", "绩效目标", "项目绩效目标"],
    "expected": ["预期目标", "年初预期目标"],
    "goalsActual": ["跟踪期实际完成情况", "实际完成情况", "目标实际完成情况"],
    "indicators": ["绩效指标", "年度绩效指标"],
    "level1": ["一级指标", "一级绩效指标"],
    "level2": ["二级指标", "二级绩效指标"],
    "name": ["三级指标", "三级指标名称", "指标名称"],
    "target": ["年度指标值", "年度指标值（A）", "指标值", "目标值"],
    "planned": ["跟踪期计划完成值"],
    "actual": ["跟踪期实际完成值", "实际完成值", "实际完成值（B）", "完成值"],
    "reason": ["偏差原因分析", "偏差原因分析及改进措施", "未完成原因分析"],
    "sign": ["指标性质", "计算符号", "运算符号"],
    "targetAmount": ["指标值", "目标值"],
    "targetUnit": ["度量单位", "计量单位", "指标单位"],
    "reasonGroup": ["偏差原因分析", "偏差原因"],
    "possibility": ["完成目标可能性", "完成可能性", "完成可能性分析"],
    "firstMonth": ["跟踪开始时间", "监控开始日期"],
    "lastMonth": ["跟踪结束时间", "监控结束日期"],
    "assessment": ["绩效跟踪总体判断"],
    "budgetCompletion": ["年度项目预算完成可能性"],
    "goalCompletion": ["年度绩效目标完成可能性"],
    "measures": ["纠偏措施", "纠偏整改措施", "整改建议", "相关建议或举措"],
  ]

  /// The reasons and possibilities that the ministry's form has columns for.
  static let tickedReasons = [
    ["经费保障", "经费原因"], ["制度保障", "制度原因"], ["人员保障", "人员原因"], ["硬件条件保障", "硬件条件"], ["其他", "其他原因"],
  ]
  static let possibilities = [["确定能", "确定能完成"], ["有可能", "有可能完成"], ["完全不可能", "不可能"]]

  static let indicatorExtras = [("权重", "10"), ("分值", "5"), ("得分", "4.5"), ("备注", "已核实"), ("备注", "含上年结余"), ("序号", "7")]
  static let budgetExtras = ["全年预计执行数", "分值", "得分", "结余"]
  static let formExtras = [("项目属性", "新增"), ("项目类型", "经常性项目"), ("项目起止时间", "2023年1月-2023年12月"), ("项目类别", "特定目标类")]
  static let additionalFunds = ["财政专户管理资金", "单位资金", "专项债券资金"]
  static let parts = ["中央补助", "上级补助", "本级安排"]

  static let before = ["附件3", "附表1-2", "收文日期 2023年9月", "填报说明：本表由实施单位填报，一式两份。"]
  static let after = [
    "填报人：王某", "单位负责人：李某", "填报日期：2023年9月5日", "联系电话：021-12345678", "（单位盖章）", "注：本表金额保留两位小数。",
    "说明：执行率按跟踪期预算数计算。",
  ]

  /// 指标性质 of a target that is split over columns: its sign in one of the spellings, or that it is none of numbers.
  static func sign(of target: IndicatorValue?, _ choices: Choices) -> String {
    guard let target else { return "" }
    switch target.comparison {
    case nil: return choices.pick("no sign", ["定性", "", "定性指标"])
    case .equal: return choices.pick("sign for =", ["=", "＝"])
    case .atLeast: return choices.pick("sign for ≥", ["≥", ">="])
    case .atMost: return choices.pick("sign for ≤", ["≤", "<="])
    case .more: return choices.pick("sign for >", [">", "＞"])
    case .less: return choices.pick("sign for <", ["<", "＜"])
    }
  }
}
