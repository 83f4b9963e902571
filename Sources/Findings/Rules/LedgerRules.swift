/// What recognition of a ledger has to say.
extension Rule {
  static let ledgerRules: [Rule] = []
}
