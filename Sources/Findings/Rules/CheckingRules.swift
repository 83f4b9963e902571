/// The rules that a form fit for submission keeps.
extension Rule {
  static let checkingRules: [Rule] = []
}
