/// What reading canonical JSON has to say.
extension Rule {
  static let jsonRules: [Rule] = []
}
