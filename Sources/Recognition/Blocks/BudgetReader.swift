import Findings
import Foundation
import TrackingModel

/// Reads the fund rows under a budget header.
struct BudgetReader {
  let header: BudgetHeader
  /// The unit of amounts that neither stand with a unit of their own nor under a heading with one.
  private let unit: AmountReader.Unit
  private var lastFund: Fund?
  private var afterWholeTotal = false
  /// Whether amounts were read that do not state their own unit.
  private(set) var sawAmounts = false

  /// Whether nothing on the form says in which unit its amounts are.
  var unitIsAssumed: Bool {
    !unit.isStated
      && header.columns.contains { $0.unit == nil && $0.label.budgetColumn != nil && $0.label != .executionRate }
  }

  init(header: BudgetHeader, line: Line, into draft: inout Draft) {
    self.header = header
    let block = line.cells.first { $0.meanings.block == .budget }
    unit = BudgetUnit.settle(block: block, header: header, draft: &draft)
    for column in header.columns {
      draft.takeLabel(column.cell)
      if column.cell.label?.months != nil { draft.headedMonths.append(column.cell) }
    }
    for cell in header.nameHeadings { draft.takeLabel(cell) }
    if let block { draft.takeLabel(block) }
  }

  /// Reads one line; false where it is no fund row any more.
  mutating func read(_ line: Line, into draft: inout Draft) -> Bool {
    var cells = line.cells
    var labels: [GridCell] = []
    while let first = cells.first, first.meanings.block == .budget {
      labels.append(first)
      cells.removeFirst()
    }
    if cells.isEmpty {
      for label in labels { draft.takeLabel(label) }
      return true
    }
    // The last text in front of the numbers names the row; 其中 and the like may stand in a cell of their own before it.
    var names: [GridCell] = []
    while let first = cells.first, names.isEmpty || first.column < header.firstColumn,
      first.cell.kind == .text, !Self.isAmount(first),
      !first.isNone || names.isEmpty && first.column < header.firstColumn
    {
      names.append(first)
      cells.removeFirst()
    }
    names.removeAll { $0.isNone }
    guard let name = names.last, name.column <= header.firstColumn else { return false }
    let fund = name.meanings.fund
    let shift = shift(of: cells)
    let amounts = cells.filter { header.column(at: $0.column - shift) != nil }
    if name.isOfWhich, amounts.isEmpty {
      for label in labels + names { draft.takeLabel(label) }
      return true
    }
    if fund == nil {
      guard case .plain = name.token, !amounts.isEmpty,
        amounts.contains(where: Self.isAmount),
        amounts.allSatisfy({ Self.isAmount($0) || $0.isNone }) || amounts.count > 1
      else { return false }
    }
    for label in labels + names.dropLast() { draft.takeLabel(label) }
    draft.takeLabel(name)
    if shift != 0, let first = amounts.first { draft.note(.rowRealigned, at: first, ["columns": String(abs(shift))]) }
    keep(
      readLine(amounts, shift: shift, row: line.row, path: path(for: fund, draft), into: &draft), name, fund,
      into: &draft)
    return true
  }

  static func isAmount(_ cell: GridCell) -> Bool {
    cell.cell.kind == .number
      || NumberInWords(FoldedText(cell.text).compact, takesUnit: true, takesPercent: true) != nil
  }

  private static func hasUnit(_ cell: GridCell) -> Bool {
    cell.cell.kind == .text && NumberInWords(FoldedText(cell.text).compact, takesUnit: true)?.unit != nil
  }

  /// How far the numbers stand right of their headings: 0 where every one is under a heading.
  private func shift(of cells: [GridCell]) -> Int {
    func fits(_ shift: Int) -> Bool {
      cells.allSatisfy { header.column(at: $0.column - shift) != nil || $0.column - shift > header.lastColumn + 1 }
    }
    return [0, -1, 1, -2, 2, -3].first(where: fits) ?? 0
  }

  private func path(for fund: Label?, _ draft: Draft) -> FieldPath {
    if let own = fund?.fund, !afterWholeTotal || own == .total, draft.form.budget[keyPath: own.keyPath] == nil {
      return .budget(own)
    }
    return FieldPath("budget.additional[\(draft.form.budget.additional.count)]")
  }

  private mutating func readLine(
    _ cells: [GridCell], shift: Int, row: Int, path: FieldPath, into draft: inout Draft
  ) -> BudgetLine {
    var line = BudgetLine()
    var rate: (GridCell, FieldPath)?
    for column in header.columns {
      let columns = column.columns.lowerBound + shift...column.columns.upperBound + shift
      let cell = cells.first { columns.contains($0.column) }
      guard let kind = column.label.budgetColumn else {
        guard let cell else { continue }
        if let text = TextReader.line(cell.text).value {
          draft.takeValue(cell, FieldPath("\(path).extras[\(line.extras.count)]"))
          line.extras.append(
            Extra(label: LabelText.printed(column.cell.text), text: text, cell: cell.reference.a1))
        } else {
          draft.takeValue(cell, path)
        }
        continue
      }
      let field = FieldPath("\(path).\(kind.rawValue)")
      guard let cell else {
        draft.expect(field, at: .init(row: row, column: max(0, columns.lowerBound)))
        continue
      }
      draft.takeValue(cell, field)
      if kind == .executionRate {
        rate = (cell, field)
      } else {
        let own = column.unit.map { AmountReader.Unit.stated($0) } ?? unit
        line[keyPath: kind.keyPath] = draft.keep(AmountReader.read(cell.cell, unit: own), at: cell, field)
        if line[keyPath: kind.keyPath] != nil, !Self.hasUnit(cell) { sawAmounts = true }
      }
    }
    if let (cell, field) = rate {
      let computed = RateReader.computed(
        expenditure: line.periodExpenditure,
        budget: header.column(.periodBudget) == nil ? line.initialBudget : line.periodBudget)
      line.executionRate = draft.keep(RateReader.read(cell.cell, computed: computed), at: cell, field)
    }
    return line
  }

  private mutating func keep(_ line: BudgetLine, _ name: GridCell, _ label: Label?, into draft: inout Draft) {
    if label == .wholeTotal { afterWholeTotal = true }
    let words = TextReader.line(name.text).value ?? ""
    if let fund = label?.fund, !afterWholeTotal || fund == .total, draft.form.budget[keyPath: fund.keyPath] == nil {
      if fund == .total { afterWholeTotal = false }
      lastFund = fund
      draft.sources[.budget(fund)] = draft.sources[.budget(fund)] + [name.reference]
      if !line.isEmpty { draft.form.budget[keyPath: fund.keyPath] = line }
      return
    }
    guard !line.isEmpty else { return }
    let part = partOf(label, name)
    draft.form.budget.additional.append(AdditionalFund(label: cleaned(words), partOf: part?.rawValue, line: line))
    if label == nil { draft.note(.fundUnknown, at: name, ["found": words]) }
  }

  /// The row that this one is a part of; nil where it counts in the total.
  private func partOf(_ label: Label?, _ name: GridCell) -> Fund? {
    switch label {
    case .partOfAppropriation: return .currentYearAppropriation
    case .furtherFund where lastFund == .otherFunds && LabelText.isCircled(name.text): return .otherFunds
    case .furtherFund, .carryOver, .otherFunds, .currentYearAppropriation: return nil
    default:
      guard name.label?.isPart == true || LabelText.isCircled(name.text), let lastFund, lastFund != .total else {
        return nil
      }
      return lastFund
    }
  }

  /// A name without what leads to it and follows it; all of it where nothing else is there.
  private func cleaned(_ name: String) -> String {
    var words = name
    for prefix in ["其中：", "其中:"] where words.hasPrefix(prefix) { words.removeFirst(prefix.count) }
    while let last = words.last, "：:".contains(last) { words.removeLast() }
    return words.isBlank ? name.trimmed : words.trimmed
  }

  /// After the last row: where no row is called 其他资金, the first further source is it.
  func finish(into draft: inout Draft) {
    guard draft.form.budget.otherFunds == nil, draft.sources[.budget(.otherFunds)].isEmpty,
      let index = draft.form.budget.additional.firstIndex(where: {
        $0.partOf == nil && draft.lexicon[$0.label].fund == .furtherFund
      })
    else { return }
    let fund = draft.form.budget.additional.remove(at: index)
    draft.form.budget.otherFunds = fund.line
    draft.moveFund(from: index, to: .otherFunds)
    let cells = draft.sources.cells.filter { $0.key.description.hasPrefix("budget.otherFunds.") }.values.joined()
    draft.findings.append(
      Finding(
        .fundTakenAsOther,
        at: Place(sheet: draft.sources.sheet, cells: .init(around: cells), field: "budget.otherFunds"),
        ["found": fund.label]))
  }
}
