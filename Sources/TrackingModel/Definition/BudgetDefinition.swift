/// The budget block: fund rows by columns.
public struct BudgetDefinition: Sendable {
  public let label: String
  /// The unit of amounts as the form prints it.
  public let unit: String
  /// The first one is the total that the others add up to.
  public let funds: [Fund]
  /// The columns that the total has to have.
  public let required: [BudgetColumn]

  public init(label: String, unit: String, funds: [Fund], required: [BudgetColumn]) {
    self.label = label
    self.unit = unit
    self.funds = funds
    self.required = required
  }
}
