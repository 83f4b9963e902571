/// What reading a single value (a period, an amount, a unit) has to say.
extension Rule {
  static let valueRules: [Rule] = []
}
