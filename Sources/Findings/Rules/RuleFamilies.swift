extension Rule {
  /// What reading has to say of files, their contents and their forms.
  package static let readingRules: [Rule] =
    fileRules + xlsxRules + xlsRules + docxRules + textRules + jsonRules + formRules + tableRules + valueRules
    + ledgerRules + profileRules

  /// What writing, and the run as a whole, has to say.
  package static let writingRules: [Rule] =
    reportRules + publishingRules + conversionRules + storeRules + pipeRules + mergeRules + officeRules + serviceRules
}
