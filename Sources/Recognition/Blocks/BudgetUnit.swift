import Findings
import TrackingModel

/// Which unit the amounts of a form are in: the form's rule is that the nearest statement counts, and that two which contradict
/// are an error.
enum BudgetUnit {
  /// The unit for amounts that stand under no heading with a unit of its own.
  static func settle(block: GridCell?, header: BudgetHeader? = nil, draft: inout Draft) -> AmountReader.Unit {
    let ofBlock = block.flatMap { cell in AmountUnit.stated(in: cell.text).map { (unit: $0.unit, cell: cell) } }
    let headings = header?.columns.filter { $0.label != .executionRate } ?? []
    for column in headings {
      guard let unit = column.unit else { continue }
      if let other = ofBlock ?? draft.unit, other.unit != unit {
        draft.note(
          .unitContradicts, at: column.cell,
          ["found": column.cell.text.trimmed, "unit": unit.rawValue, "stated": other.unit.rawValue])
      }
      noteConversion(unit, column.cell, &draft)
    }
    if let ofBlock, let other = draft.unit, other.unit != ofBlock.unit {
      draft.note(
        .unitContradicts, at: ofBlock.cell,
        ["found": ofBlock.cell.text.trimmed, "unit": ofBlock.unit.rawValue, "stated": other.unit.rawValue])
    }
    let isNeeded = header == nil || headings.contains { $0.label.budgetColumn != nil && $0.unit == nil }
    if let stated = ofBlock ?? draft.unit {
      if isNeeded { noteConversion(stated.unit, stated.cell, &draft) }
      return .stated(stated.unit)
    }
    if let unit = draft.settings.unit { return .stated(unit) }
    return .assumed
  }

  private static func noteConversion(_ unit: AmountUnit, _ cell: GridCell, _ draft: inout Draft) {
    guard unit != .tenThousandYuan else { return }
    draft.note(
      .unitConverted, at: cell,
      ["found": cell.text.trimmed, "unit": unit.rawValue, "stated": unit.rawValue, "read": ""])
  }
}
