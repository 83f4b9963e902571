import Findings
import TrackingModel

/// Fund rows without a header: each name beside its one amount, as forms at budget time have them.
extension FormReader {
  /// Reads the rows that begin here; nil where none do.
  mutating func readFundPairs(at start: Int) -> Int? {
    guard let block = lines[start].cells.first, block.meanings.block == .budget,
      !pairs(lines[start]).isEmpty
    else {
      return nil
    }
    let unit = BudgetUnit.settle(block: block, draft: &draft)
    draft.takeLabel(block)
    var index = start
    var isWhole = false
    var first: GridCell?
    while index < lines.count {
      let found = pairs(lines[index])
      guard !found.isEmpty else { break }
      for (name, amount) in found {
        draft.takeLabel(name)
        let label = name.meanings.fund
        if label == .wholeTotal { isWhole = true }
        if label == .total { isWhole = false }
        if isWhole {
          if let text = TextReader.line(amount.text).value {
            draft.takeExtra(amount, label: LabelText.printed(name.text), text: text)
          } else {
            draft.takeValue(amount, "extras")
          }
        } else {
          first = first ?? amount
          take(amount, name, label, unit)
        }
      }
      index += 1
    }
    if let first { draft.note(.amountWithoutHeading, at: first) }
    return index
  }

  private func pairs(_ line: Line) -> [(name: GridCell, amount: GridCell)] {
    var result: [(GridCell, GridCell)] = []
    for (name, amount) in zip(line.cells, line.cells.dropFirst()) {
      if name.meanings.fund != nil, amount.isNone || BudgetReader.isAmount(amount) {
        result.append((name, amount))
      }
    }
    return result
  }

  private mutating func take(_ amount: GridCell, _ name: GridCell, _ label: Label?, _ unit: AmountReader.Unit) {
    var line = BudgetLine()
    if let fund = label?.fund, draft.form.budget[keyPath: fund.keyPath] == nil {
      draft.takeValue(amount, .budget(fund, .initialBudget))
      line.initialBudget = draft.keep(
        AmountReader.read(amount.cell, unit: unit), at: amount, .budget(fund, .initialBudget))
      if !line.isEmpty { draft.form.budget[keyPath: fund.keyPath] = line }
      return
    }
    let field = FieldPath("budget.additional[\(draft.form.budget.additional.count)].initialBudget")
    draft.takeValue(amount, field)
    line.initialBudget = draft.keep(AmountReader.read(amount.cell, unit: unit), at: amount, field)
    guard !line.isEmpty else { return }
    let part: Fund? = label == .partOfAppropriation ? .currentYearAppropriation : nil
    draft.form.budget.additional.append(
      AdditionalFund(label: LabelText.printed(name.text), partOf: part?.rawValue, line: line))
  }
}
