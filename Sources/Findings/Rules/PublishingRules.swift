/// What the writers have to say.
extension Rule {
  static let publishingRules: [Rule] = []
}
