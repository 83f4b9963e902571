import Findings

extension Rule {
  /// What the writers have to say, collected from what says it.
  package static let publishingRules: [Rule] =
    reportRules + workbookRules + pageRules
}
