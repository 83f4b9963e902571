/// What can be wrong with a profile.
extension Rule {
  static let profileRules: [Rule] = []
}
