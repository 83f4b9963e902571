import Findings

extension Rule {
  /// What the readers of files have to say, collected from what says it.
  package static let spreadsheetRules: [Rule] =
    fileRules + [fileTooLarge] + cellRules + objectRules + Workbooks.readers.flatMap(\.rules)
}
