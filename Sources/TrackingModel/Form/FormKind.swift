/// A form of the family, by the word that JSON has for it. Rules ask of a form only what its kind has.
public struct FormKind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  /// 财政项目支出绩效跟踪表, the official form.
  public static let tracking = FormKind(rawValue: "tracking")
  /// 项目支出绩效运行监控表 and its provincial cousins.
  public static let monitoring = FormKind(rawValue: "monitoring")
  /// 财政项目支出绩效自评表.
  public static let selfEvaluation = FormKind(rawValue: "self-evaluation")
  /// 财政项目支出绩效目标申报表.
  public static let declaration = FormKind(rawValue: "declaration")
}
