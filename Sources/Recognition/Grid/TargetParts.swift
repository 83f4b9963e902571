/// A target whose sign, amount and unit stand in cells of their own under one heading.
struct TargetParts {
  let text: String

  /// The parts in the order of their cells; nil where they are none.
  init?(_ cells: [GridCell]) {
    var sign: String?
    var amount: String?
    var unit: String?
    for cell in cells {
      if sign == nil, amount == nil, SplitTarget.sign(cell.text) != nil || SplitTarget.isKind(cell.text) {
        sign = cell.text
      } else if amount == nil {
        amount = cell.text
      } else if unit == nil, !cell.isNone {
        unit = cell.text
      } else if !cell.isNone {
        return nil
      }
    }
    let target = SplitTarget(sign: sign, amount: amount, unit: unit)
    guard !target.hasSignApart, let text = target.text else { return nil }
    self.text = text
  }
}
