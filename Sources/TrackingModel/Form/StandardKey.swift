/// The keys of the standard forms' fields, as the canonical JSON spells them.
///
/// A number each, so that a path to one of them costs nothing to copy, compare and hash: recognition makes hundreds of paths for every form.
enum StandardKey: UInt8, CaseIterable, Sendable {
  case title
  case periodStart, periodEnd
  case projectCode, projectName
  case supervisingDepartmentCode, supervisingDepartmentName
  case implementingUnitCode, implementingUnitName
  case goalsExpected, goalsActual
  case budgetCompletion, goalCompletion
  case correctiveMeasures

  case level1, level2, name, target, planned, actual, deviationReason

  case initialBudget, periodBudget, periodExpenditure, executionRate
  case label

  // Groups and lists.
  case period, project, supervisingDepartment, implementingUnit, budget, additionalFunds, goals, indicators, assessment,
    extras

  /// The object that JSON groups the field in, and the field's name in it.
  private var spelling: (group: String?, name: String) {
    switch self {
    case .title: (nil, "title")
    case .periodStart: ("period", "start")
    case .periodEnd: ("period", "end")
    case .projectCode: ("project", "code")
    case .projectName: ("project", "name")
    case .supervisingDepartmentCode: ("supervisingDepartment", "code")
    case .supervisingDepartmentName: ("supervisingDepartment", "name")
    case .implementingUnitCode: ("implementingUnit", "code")
    case .implementingUnitName: ("implementingUnit", "name")
    case .goalsExpected: ("goals", "expected")
    case .goalsActual: ("goals", "actual")
    case .budgetCompletion: ("assessment", "budgetCompletion")
    case .goalCompletion: ("assessment", "goalCompletion")
    case .correctiveMeasures: (nil, "correctiveMeasures")
    case .level1: (nil, "level1")
    case .level2: (nil, "level2")
    case .name: (nil, "name")
    case .target: (nil, "target")
    case .planned: (nil, "planned")
    case .actual: (nil, "actual")
    case .deviationReason: (nil, "deviationReason")
    case .initialBudget: (nil, "initialBudget")
    case .periodBudget: (nil, "periodBudget")
    case .periodExpenditure: (nil, "periodExpenditure")
    case .executionRate: (nil, "executionRate")
    case .label: (nil, "label")
    case .period: (nil, "period")
    case .project: (nil, "project")
    case .supervisingDepartment: (nil, "supervisingDepartment")
    case .implementingUnit: (nil, "implementingUnit")
    case .budget: (nil, "budget")
    case .additionalFunds: ("budget", "additional")
    case .goals: (nil, "goals")
    case .indicators: (nil, "indicators")
    case .assessment: (nil, "assessment")
    case .extras: (nil, "extras")
    }
  }

  private static let allWords = allCases.map { FieldKey.Words($0.spelling.group, $0.spelling.name) }
  private static let keys = Dictionary(
    uniqueKeysWithValues: allCases.map { (ExactText($0.words.description), $0) })

  var words: FieldKey.Words { Self.allWords[Int(rawValue)] }

  /// The key that is spelled so; nil where it is none of the standard forms'.
  init?(_ description: String) {
    guard let key = Self.keys[ExactText(description)] else { return nil }
    self = key
  }
}
