import Findings

extension Rule {
  /// What recognition has to say, collected from what says it.
  package static let recognitionRules: [Rule] =
    formRules + passedOverRules + coverageRules + indicatorRules + fundRules + fieldRules + judgmentRules + valueRules
    + amountRules + periodRules + ledgerRules + correctionRules + pageTextRules
}
