import Findings

extension Rule {
  /// What there is to say of a run over files, collected from what says it.
  package static let conversionRules: [Rule] =
    archiveRules + pipelineRules + profileRules + outputRules + workerRules + runRules + runNotices + usageRules
    + storeRules + pipeRules + shardRules + mergeRules + officeRules + serviceRules
}
