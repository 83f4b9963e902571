/// What recognition of a form has to say.
extension Rule {
  static let formRules: [Rule] = []
}
