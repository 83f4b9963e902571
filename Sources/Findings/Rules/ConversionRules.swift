/// What a run over many files has to say.
extension Rule {
  static let conversionRules: [Rule] = []
}
