/// Where the columns of a ledger stand for which its reader asks again and again, by their positions among the header's columns.
struct LedgerPositions {
  /// By the column of the sheet.
  let ofSheet: [Int: Int]
  /// What tells which form a row belongs to, or holds until a row says otherwise.
  let keys: [Int]
  let formNumber: Int?
  let project: Int?
  let name: Int?
  let year: Int?
  let targets: [Int]
  /// Columns that say something of the form as a whole.
  let ofForm: [Int]
  /// Columns left of the indicators that the model has no field for, with what they are called.
  let extras: [(position: Int, label: String)]
  /// Columns of codes, each with that of its names.
  let namesOfCodes: [(code: Int, name: Int)]

  init(_ header: LedgerHeader) {
    let columns = header.columns
    func position(of role: LedgerRole) -> Int? { columns.firstIndex { $0.role == role } }
    ofSheet = Dictionary(columns.enumerated().map { ($1.index, $0) }, uniquingKeysWith: { first, _ in first })
    keys = columns.indices.filter { columns[$0].role.isCarriedDown || columns[$0].role.isKey }
    formNumber = position(of: .column(.formNumber))
    project = position(of: .column(.project)) ?? position(of: .column(.projectCode))
    name = position(of: .column(.name))
    year = position(of: .year)
    targets = columns.indices.filter { columns[$0].role == .column(.target) }
    ofForm = columns.indices.filter { position in
      let role = columns[position].role
      if case .formExtra = role, header.hasIndicators { return false }
      return !role.isOfIndicator && role != .column(.formNumber)
    }
    extras = columns.enumerated().compactMap { position, column in
      if case .formExtra(let label) = column.role { (position, label) } else { nil }
    }
    namesOfCodes = columns.enumerated().compactMap { code, column in
      column.role.namedByCode.flatMap(position).map { (code, $0) }
    }
  }

  /// Whether each form of the ledger has a number.
  var areNumbered: Bool { formNumber != nil }
}
