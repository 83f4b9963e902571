import TrackingModel

extension Label {
  /// Whether its value is a text of sentences, which may take several cells.
  var isProse: Bool {
    switch self {
    case .goalsExpected, .goalsActual, .correctiveMeasures, .deviationReason: true
    default: false
    }
  }

  var isGoal: Bool { self == .goalsExpected || self == .goalsActual }

  /// The field of the form that its value fills.
  var fieldPath: FieldPath? {
    switch self {
    case .period, .lastMonth: .periodEnd
    case .firstMonth: .periodStart
    case .project: "project.name"
    case .supervisingDepartment: "supervisingDepartment.name"
    case .implementingUnit, .possibleUnit, .reportingUnit: "implementingUnit.name"
    case .goalsExpected: .goalsExpected
    case .goalsActual: .goalsActual
    case .budgetCompletion: .budgetCompletion
    case .goalCompletion: .goalCompletion
    case .correctiveMeasures: .correctiveMeasures
    default: nil
    }
  }
}
