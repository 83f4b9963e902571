/// The columns of the ledger of a form's definition, in their order.
public final class LedgerTable: Sendable {
  public let definition: FormDefinition
  package let columns: [LedgerColumn]
  /// The positions of the columns that say the same on every row of a form, those that belong to the row's indicator, and the others.
  let onEveryRow, ofForm: [Int]
  package let ofIndicator: [Int]
  /// The positions of the numbers of the form and the indicator.
  package let formColumn, numberColumn: Int?

  public init(_ definition: FormDefinition) {
    self.definition = definition
    var columns: [LedgerColumn] = [.formNumber, .indicatorCount]
    columns += definition.fields.filter(\.isIdentity).map { .field($0) }
    columns += definition.budget.funds.flatMap { fund in BudgetColumn.allCases.map { .amount(fund, $0) } }
    columns.append(.indicatorNumber)
    columns += definition.indicators.fields.map { .indicatorField($0) }
    columns += definition.fields.filter { !$0.isIdentity }.map { .field($0) }
    columns += [.budgetSupplement, .indicatorSupplement, .formSupplement]
    self.columns = columns
    formColumn = columns.firstIndex(of: .formNumber)
    numberColumn = columns.firstIndex(of: .indicatorNumber)
    onEveryRow = columns.indices.filter { columns[$0].isOnEveryRow }
    ofIndicator = columns.indices.filter { columns[$0].isOfIndicator }
    ofForm = columns.indices.filter { !columns[$0].isOnEveryRow && !columns[$0].isOfIndicator }
  }

  /// The ledger of the official form.
  public static let standard = LedgerTable(.tracking)

  /// Whether forms of a definition have columns for all of their fields.
  func holds(_ other: FormDefinition) -> Bool { other == definition || other.official == definition }

  /// Whether indicators have columns for all of their fields.
  func holds(_ other: IndicatorDefinition) -> Bool {
    other.fields.count <= definition.indicators.fields.count
      && zip(other.fields, definition.indicators.fields).allSatisfy { $0 == $1 }
  }
}

extension FormFamily {
  /// The ledgers of its forms; relatives have that of their official form.
  package var ledgers: [LedgerTable] {
    definitions.filter { $0.official == nil }.map { $0 === FormDefinition.tracking ? .standard : LedgerTable($0) }
  }
}
