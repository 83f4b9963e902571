/// The rules that a form fit for submission keeps; their words stand in the folder `Checking`.
extension Rule {
  package static let checkingRules: [Rule] =
    requirementRules + budgetRules + indicatorTableRules + indicatorResultRules + assessmentRules + acrossFilesRules
}
