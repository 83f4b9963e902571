import TrackingModel

/// What the template offers and says where something is to be filled in.
enum TemplateHints {
  static func input(for field: PageField) -> XLSXSheet.Input? {
    switch field {
    case .title: nil
    case .period: hint(OfficialLabel.period, "在“至”的两边填写起止月份，例如 2023-1月 至 2023-8月。")
    case .project: hint(OfficialLabel.project, "填写批复的项目全称；有编码的写作“编码-名称”。")
    case .supervisingDepartment: hint(OfficialLabel.supervisingDepartment, "填写部门全称；有编码的写作“编码-名称”。")
    case .implementingUnit: hint(OfficialLabel.implementingUnit, "填写单位全称；有编码的写作“编码-名称”。")
    case .amount(let fund, let column): hint(fund.officialLabel, "填写\(column.officialLabel)，单位：万元，没有的填 0。")
    case .goalsExpected: hint(OfficialLabel.goalsExpected, "填写批复的年度总体目标。")
    case .goalsActual: hint(OfficialLabel.goalsActual, "填写跟踪期内实际完成的情况，与预期目标逐项对应。")
    case .budgetCompletion, .goalCompletion:
      .init(TemplateOptions.likelihood.cells, hintTitle: "可能性", hint: "从列表中选择一项。", isStrict: true)
    case .correctiveMeasures: hint(OfficialLabel.correctiveMeasures, "有偏差的，填写拟采取的措施；没有的可不填。")
    case .indicator(_, let field): indicator(field)
    }
  }

  private static func indicator(_ field: IndicatorField) -> XLSXSheet.Input {
    switch field {
    case .level1: .init(TemplateOptions.level1.cells, hintTitle: OfficialLabel.level1, hint: "从列表中选择。")
    case .level2: .init(TemplateOptions.level2.cells, hintTitle: OfficialLabel.level2, hint: "从列表中选择，须属于所选的一级指标。")
    case .name: hint(OfficialLabel.level3, "填写指标名称，与批复的绩效目标一致。")
    case .target: hint(OfficialLabel.target, "带符号和单位，例如 =100.00(%)、≥90.00(%)、≤5.00(%)、12月底前。")
    case .planned: hint(OfficialLabel.planned, "填写截至跟踪期末计划完成的值，定量指标只填数字。")
    case .actual: hint(OfficialLabel.actual, "填写截至跟踪期末实际完成的值，定量指标只填数字。")
    case .deviationReason: hint(OfficialLabel.deviationReason, "实际完成值与计划完成值不一致的，须说明原因。")
    }
  }

  private static func hint(_ title: String, _ words: String) -> XLSXSheet.Input {
    .init(hintTitle: title, hint: words)
  }
}
