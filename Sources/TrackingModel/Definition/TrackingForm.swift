import Foundation

/// 财政项目支出绩效跟踪表: one project, tracked over one period.
///
/// This is the canonical form. Whatever a department's file looked like, it becomes this; whatever is written is made from
/// it. Absent is nil, never an empty string. Texts are trimmed.
public struct TrackingForm: Hashable, Sendable {
  /// The title as printed, 财政项目支出绩效跟踪表 on the official form.
  public var title: String?
  /// Which form of the family this is: what the title named when the form was read, or what its JSON states.
  public var definition: FormDefinition
  /// 跟踪时段.
  public var period: TrackingPeriod
  /// 项目名称.
  public var project: NamedEntity
  /// 主管部门.
  public var supervisingDepartment: NamedEntity
  /// 实施单位.
  public var implementingUnit: NamedEntity
  /// 预算执行情况, in 万元.
  public var budget: Budget
  /// 年度总体目标.
  public var goals: Goals
  /// 绩效指标, in the order of the input.
  public var indicators: [Indicator]
  /// 绩效跟踪总体判断.
  public var assessment: Assessment
  /// 纠偏措施.
  public var correctiveMeasures: String?
  /// Where the form came from; nil for one made in memory.
  public var source: Source?
  /// What the input has at form level and the model does not: 项目起止时间, 项目属性 …
  public var extras: [Extra]
  /// Values of fields that the definition has beyond those above.
  public var further = FurtherFields()

  /// - Parameter definition: nil for the form that the title names.
  public init(
    title: String? = nil, definition: FormDefinition? = nil, period: TrackingPeriod = .init(),
    project: NamedEntity = .init(),
    supervisingDepartment: NamedEntity = .init(), implementingUnit: NamedEntity = .init(), budget: Budget = .init(),
    goals: Goals = .init(), indicators: [Indicator] = [], assessment: Assessment = .init(),
    correctiveMeasures: String? = nil, source: Source? = nil, extras: [Extra] = []
  ) {
    self.title = title
    self.definition = definition ?? FormFamily.standard.definition(titled: title)
    self.period = period
    self.project = project
    self.supervisingDepartment = supervisingDepartment
    self.implementingUnit = implementingUnit
    self.budget = budget
    self.goals = goals
    self.indicators = indicators
    self.assessment = assessment
    self.correctiveMeasures = correctiveMeasures
    self.source = source
    self.extras = extras
  }

  /// The kind of its definition.
  public var kind: FormKind { definition.kind }

  /// Sets the title, and the definition that it names unless another one than the former title's was stated.
  public mutating func setTitle(_ title: String?, in family: FormFamily = .standard) {
    if definition == family.definition(titled: self.title) { definition = family.definition(titled: title) }
    self.title = title
  }

  /// The form without `source`: what must survive every way through a file and back.
  public var withoutSource: TrackingForm {
    var copy = self
    copy.source = nil
    return copy
  }
}
