extension TrackingForm {
  /// Values that a form may have at most, whatever it is read from: some thousand indicators with everything there is to say of them.
  public static let mostValues = 50_000

  /// Values that come of one cell at most: where all other cells of a row are merged over several rows, it stands for the whole row.
  package static let mostValuesOfCell = 16

  /// How many values the form has; each fills a cell of the form.
  package var valueCount: Int {
    var count = (title == nil ? 0 : 1) + extras.count
    for part in definition.parts {
      switch part {
      case .field(let field): count += field.isEmpty(in: self) ? 0 : 1
      case .group(let group): count += group.fields.count { !$0.isEmpty(in: self) }
      case .budget(let definition):
        for fund in definition.funds { count += budget[keyPath: fund.keyPath]?.valueCount ?? 0 }
        for fund in budget.additional { count += 1 + fund.line.valueCount }
      case .indicators(let table):
        for indicator in indicators {
          count += table.fields.count { !$0.isEmpty(in: indicator) } + indicator.extras.count
        }
      }
    }
    return count
  }
}

extension BudgetLine {
  fileprivate var valueCount: Int {
    BudgetColumn.allCases.count { self[keyPath: $0.keyPath] != nil } + extras.count
  }
}
