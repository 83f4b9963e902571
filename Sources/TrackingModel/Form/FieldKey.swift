/// The identifier of a field within the form, a fund row or an indicator: `title`, `goals.expected`, `periodBudget`, `actual`.
///
/// A key is one member of the canonical JSON, or a member of an object that JSON groups it in.
public struct FieldKey: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The object that JSON groups the field in: `goals` for `goals.expected`; nil for a field of its own.
  public let group: String?
  public let name: String

  public init(_ group: String? = nil, _ name: String) {
    self.group = group
    self.name = name
  }

  /// Reads `title` or `goals.expected`.
  public init(_ description: String) {
    if let dot = description.utf8.firstIndex(of: UInt8(ascii: ".")) {
      self.init(String(description[..<dot]), String(description.utf8[dot...].dropFirst()) ?? "")
    } else {
      self.init(nil, description)
    }
  }

  public init(stringLiteral value: String) { self.init(value) }

  public var description: String { group.map { $0 + "." + name } ?? name }

  public func hash(into hasher: inout Hasher) {
    if let group { ExactText(group).hash(into: &hasher) }
    ExactText(name).hash(into: &hasher)
  }
}

extension FieldKey {
  public static let title = FieldKey(nil, "title")
  public static let periodStart = FieldKey("period", "start")
  public static let periodEnd = FieldKey("period", "end")
  public static let projectCode = FieldKey("project", "code")
  public static let projectName = FieldKey("project", "name")
  public static let supervisingDepartmentCode = FieldKey("supervisingDepartment", "code")
  public static let supervisingDepartmentName = FieldKey("supervisingDepartment", "name")
  public static let implementingUnitCode = FieldKey("implementingUnit", "code")
  public static let implementingUnitName = FieldKey("implementingUnit", "name")
  public static let goalsExpected = FieldKey("goals", "expected")
  public static let goalsActual = FieldKey("goals", "actual")
  public static let budgetCompletion = FieldKey("assessment", "budgetCompletion")
  public static let goalCompletion = FieldKey("assessment", "goalCompletion")
  public static let correctiveMeasures = FieldKey(nil, "correctiveMeasures")

  public static let level1 = FieldKey(nil, "level1")
  public static let level2 = FieldKey(nil, "level2")
  public static let name = FieldKey(nil, "name")
  public static let target = FieldKey(nil, "target")
  public static let planned = FieldKey(nil, "planned")
  public static let actual = FieldKey(nil, "actual")
  public static let deviationReason = FieldKey(nil, "deviationReason")

  public static let initialBudget = FieldKey(nil, "initialBudget")
  public static let periodBudget = FieldKey(nil, "periodBudget")
  public static let periodExpenditure = FieldKey(nil, "periodExpenditure")
  public static let executionRate = FieldKey(nil, "executionRate")

  /// The name of an additional fund.
  public static let label = FieldKey(nil, "label")

  // Groups and lists.
  public static let period = FieldKey(nil, "period")
  public static let project = FieldKey(nil, "project")
  public static let supervisingDepartment = FieldKey(nil, "supervisingDepartment")
  public static let implementingUnit = FieldKey(nil, "implementingUnit")
  public static let budget = FieldKey(nil, "budget")
  public static let additionalFunds = FieldKey("budget", "additional")
  public static let goals = FieldKey(nil, "goals")
  public static let indicators = FieldKey(nil, "indicators")
  public static let assessment = FieldKey(nil, "assessment")
  public static let extras = FieldKey(nil, "extras")

  /// The number of a fund row.
  public static func column(_ column: BudgetColumn) -> FieldKey { FieldKey(nil, column.rawValue) }
}
