import Findings
import TrackingModel

/// Applies the rules of the form.
public struct Checker: Sendable {
  /// Which rules are off, or weighed differently.
  public let settings: CheckingSettings

  public init(settings: CheckingSettings = .init()) { self.settings = settings }

  /// The rules of a single form, in the order of the form's blocks.
  static let formRules: [any FormRule.Type] = [
    RequiredFields.self, PeriodWithinYear.self, Placeholders.self,
    NegativeAmounts.self, BudgetSums.self, ExecutionRates.self, ZeroBudget.self, ExpenditureAboveBudget.self,
    IndicatorCompleteness.self, IndicatorLevels.self, IndicatorGroups.self, DuplicateIndicators.self,
    IndicatorUnits.self, QualitativeResults.self, DeviationReasons.self, ExceededLimits.self,
    AssessmentOptions.self, RateBehindCalendar.self, CorrectiveMeasures.self, UnexplainedDoubt.self,
  ]

  /// What a finance bureau would object to, each finding at the cell its field was read from.
  ///
  /// - Parameter known: What reading the form had to say: a field that could not be read is not missing as well.
  public func check(_ form: TrackingForm, sources: SourceMap = .init(), besides known: [Finding] = []) -> [Finding] {
    let checked = RuleContext(form, sources: sources)
    let unreadable = UnreadableFields(known)
    var findings: [Finding] = []
    for rule in Self.formRules {
      for objection in rule.objections(to: checked) {
        if unreadable.explain(objection) { continue }
        let finding = Finding(objection.rule, at: sources.place(of: objection.field), objection.values)
        if let adjusted = settings.adjusted(finding) { findings.append(adjusted) }
      }
    }
    return findings
  }
}
