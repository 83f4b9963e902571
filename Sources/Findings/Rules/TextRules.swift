/// What the CSV and TSV reader has to say.
extension Rule {
  static let textRules: [Rule] = []
}
