import Findings
import TrackingModel

/// Which unit the amounts of a form are in: the form's rule is that the nearest statement counts, and that two which contradict
/// are an error.
enum BudgetUnit {
  /// The unit for amounts that stand under no heading with a unit of its own.
  ///
  /// - Parameter labels: The labels of the block that may state one, the nearest first: the corner over the funds' names, the block's own.
  static func resolve(
    labels: some Sequence<GridCell>, header: BudgetHeader? = nil, in context: FormContext,
    _ diagnostics: inout Diagnostics
  ) -> AmountReader.Unit {
    var stated: [(unit: AmountUnit, cell: GridCell)] = labels.compactMap { cell in
      AmountUnit.stated(in: cell.text).map { ($0.unit, cell) }
    }
    if let own = context.unit { stated.append(own) }
    let headings = header?.columns.filter { $0.label != .executionRate } ?? []
    for column in headings {
      guard let unit = column.unit else { continue }
      if let other = stated.first(where: { $0.unit != unit }) {
        addContradictionFinding(unit, column.cell, other.unit, &diagnostics)
      }
      addConversionFinding(unit, column.cell, &diagnostics)
    }
    if let nearest = stated.first, let other = stated.first(where: { $0.unit != nearest.unit }) {
      addContradictionFinding(nearest.unit, nearest.cell, other.unit, &diagnostics)
    }
    let isNeeded = header == nil || headings.contains { $0.label.budgetColumn != nil && $0.unit == nil }
    if let nearest = stated.first {
      if isNeeded { addConversionFinding(nearest.unit, nearest.cell, &diagnostics) }
      return .stated(nearest.unit)
    }
    if let unit = context.settings.unit { return .stated(unit) }
    return .assumed
  }

  private static func addContradictionFinding(
    _ unit: AmountUnit, _ cell: GridCell, _ other: AmountUnit, _ diagnostics: inout Diagnostics
  ) {
    diagnostics.add(
      .unitContradicts, at: cell,
      ["found": cell.text.trimmed, "unit": unit.rawValue, "stated": other.rawValue])
  }

  private static func addConversionFinding(_ unit: AmountUnit, _ cell: GridCell, _ diagnostics: inout Diagnostics) {
    guard unit != .tenThousandYuan else { return }
    diagnostics.add(
      .unitConverted, at: cell,
      ["found": cell.text.trimmed, "unit": unit.rawValue, "stated": unit.rawValue, "read": ""])
  }
}
