/// One row of the 绩效指标 table.
public struct Indicator: Hashable, Sendable {
  /// 一级指标, the catalog's full name where it is one of them.
  public var level1: String?
  /// 二级指标, the catalog's full name where it is one of them.
  public var level2: String?
  /// 三级指标: the indicator's own name, character for character.
  public var name: String?
  /// 年度指标值.
  public var target: IndicatorValue?
  /// 跟踪期计划完成值.
  public var planned: IndicatorValue?
  /// 跟踪期实际完成值.
  public var actual: IndicatorValue?
  /// 偏差原因分析.
  public var deviationReason: String?
  /// Columns that the model has no field for: 权重, 分值, 得分, 备注 …
  public var extras: [Extra]
  /// Values of fields that the form's definition has beyond those above.
  public var further = FurtherFields()

  public init(
    level1: String? = nil, level2: String? = nil, name: String? = nil, target: IndicatorValue? = nil,
    planned: IndicatorValue? = nil, actual: IndicatorValue? = nil, deviationReason: String? = nil, extras: [Extra] = []
  ) {
    self.level1 = level1
    self.level2 = level2
    self.name = name
    self.target = target
    self.planned = planned
    self.actual = actual
    self.deviationReason = deviationReason
    self.extras = extras
  }
}
