import Findings

extension Rule {
  /// What a finance bureau would object to, collected from what applies it; the words of each rule stand beside its logic.
  package static let checkingRules: [Rule] =
    Checker.formRules.flatMap { $0.rules } + DuplicateForms.rules + ConflictingBudgets.rules + NameVariants.rules
}
