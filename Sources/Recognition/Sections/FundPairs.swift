import Findings
import TrackingModel

/// Fund rows without a header: each name beside its one amount, as forms at budget time have them.
extension FormReader {
  /// Reads the rows that begin here; nil where none do.
  mutating func readFundPairs(at start: Int) -> Int? {
    guard let first = lines[start].cells.first else { return nil }
    let block = FundPair.isBlock(first, lines[start...]) ? first : nil
    let rows = block.flatMap { $0.area.rows.count > 1 ? $0.area.rows : nil }
    guard
      FundPair.pairs(lines[start], isInside: rows != nil, isMarked: block != nil).contains(where: { $0.label != nil })
    else { return nil }
    var end = start
    while end < lines.count, rows.map({ $0.contains(lines[end].row) }) ?? true {
      let pairs = FundPair.pairs(lines[end], isInside: rows != nil, isMarked: block != nil)
      guard rows != nil || !pairs.isEmpty else { break }
      end += 1
    }
    var reader = FundPairReader(
      hasYearTotal: lines[start..<end].contains { line in line.cells.contains { $0.meanings.fund == .total } },
      unit: BudgetUnit.resolve(
        labels: [block].compactMap(\.self), in: builder.context, &builder.diagnostics))
    if let block { builder.cells.assignLabel(block) }
    for line in lines[start..<end] {
      for pair in FundPair.pairs(line, isInside: rows != nil, isMarked: block != nil) {
        reader.read(pair, row: line.row, into: &builder)
      }
      readFieldsAmongFunds(line)
    }
    if let amount = reader.first { builder.diagnostics.add(.amountWithoutHeading, at: amount) }
    if reader.sawAmounts, !reader.unit.isStated { sawBudgetAmounts = true }
    return end
  }

  /// Labels of other fields beside the funds: `预算申报数 | 20万元 | 资金性质 | 一般公共预算`.
  private mutating func readFieldsAmongFunds(_ line: Line) {
    for (position, cell) in line.cells.enumerated() where !builder.cells.isAssigned(cell) {
      switch cell.token {
      case .field(let label):
        builder.cells.assignLabel(cell)
        guard position + 1 < line.cells.count, case let value = line.cells[position + 1],
          !builder.cells.isAssigned(value),
          value.token.isPlain
        else { continue }
        assign(label, [value], text: nil, labelCell: cell)
      case .inline(let label, let value):
        builder.cells.assignLabel(cell)
        assign(label, [cell], text: value)
      case .block: builder.cells.assignLabel(cell)
      case .plain: continue
      }
    }
  }
}

/// The name of a fund and the amount right of it.
struct FundPair {
  let name: GridCell
  /// nil where nothing stands there.
  let amount: GridCell?
  /// What the name stands for; nil for a fund that we do not know.
  let label: Label?

  /// Whether the cell is the label of a block of funds: by its words, or as it stands beside several of them.
  static func isBlock(_ cell: GridCell, _ lines: ArraySlice<Line>) -> Bool {
    if cell.meanings.block == .budget { return true }
    guard cell.area.rows.count > 1, cell.meanings.fund == nil else { return false }
    let funds = lines.prefix { cell.area.rows.contains($0.row) }.count { line in
      line.cells.contains { $0.meanings.fund != nil && $0.column > cell.column }
    }
    return funds > 1
  }

  /// The pairs of a line.
  ///
  /// - Parameters:
  ///   - isInside: Whether the line is one of the block's, as its merged label says: then names may say anything.
  ///   - isMarked: Whether the block has a label at all; without one only words that name nothing but money count.
  static func pairs(_ line: Line, isInside: Bool, isMarked: Bool) -> [FundPair] {
    var result: [FundPair] = []
    var position = 0
    let cells = line.cells
    while position < cells.count {
      let cell = cells[position]
      let next = position + 1 < cells.count ? cells[position + 1] : nil
      position += 1
      if position == 1, cell.meanings.fund == nil,
        cell.meanings.block == .budget || isInside && cell.area.rows.count > 1
      {
        continue
      }
      if let label = cell.meanings.fund, cell.token.label == nil || isMarked {
        let value = next.flatMap { $0.meanings.fund == nil && $0.token.isPlain ? $0 : nil }
        let isAmount = value.map { $0.isNone || BudgetReader.isAmount($0) } ?? false
        guard isMarked || isAmount && (cell.label?.key.count ?? 0) > 2 else { continue }
        result.append(FundPair(name: cell, amount: value, label: label))
        if value != nil { position += 1 }
      } else if isInside, cell.cell.kind == .text, !cell.isNone, let next, next.meanings.fund == nil,
        cell.token.label == nil, cell.meanings.budgetHeading?.budgetColumn == nil, !BudgetReader.isAmount(cell),
        BudgetReader.isAmount(next)
      {
        result.append(FundPair(name: cell, amount: next, label: nil))
        position += 1
      } else if cell.token.label != nil, next?.token.isPlain == true {
        // The value of another field may be spelled like a fund.
        position += 1
      }
    }
    return result
  }
}

/// Puts pairs into the budget.
private struct FundPairReader {
  /// Whether one of the names is the year's total: then 项目资金总额 is that of all years.
  let hasYearTotal: Bool
  let unit: AmountReader.Unit
  /// Whether what stands at this column is the whole project's, by the last total in it.
  private var isWhole: [Int: Bool] = [:]
  private(set) var first: GridCell?
  private(set) var sawAmounts = false

  init(hasYearTotal: Bool, unit: AmountReader.Unit) {
    self.hasYearTotal = hasYearTotal
    self.unit = unit
  }

  mutating func read(_ pair: FundPair, row: Int, into builder: inout FormBuilder) {
    builder.cells.assignLabel(pair.name)
    var label = pair.label
    if label == .possibleTotal { label = hasYearTotal ? .wholeTotal : .total }
    if label == .wholeTotal || label == .total { isWhole[pair.name.column] = label == .wholeTotal }
    if isOfWhole(pair.name) {
      guard let amount = pair.amount else { return }
      if let text = TextReader.line(amount.text).value {
        builder.addExtra(amount, label: LabelText.printed(pair.name.text), text: text)
      } else {
        builder.cells.assignValue(amount, "extras")
      }
      return
    }
    var field = FieldPath.additionalFund(builder.form.budget.additional.count).field(.initialBudget)
    let fund = label?.fund.flatMap { builder.form.budget[keyPath: $0.keyPath] == nil ? $0 : nil }
    if let fund { field = .budget(fund, .initialBudget) }
    guard let amount = pair.amount else {
      if fund != nil { builder.cells.expect(field, at: .init(row: row, column: pair.name.area.last.column + 1)) }
      return
    }
    first = first ?? amount
    builder.cells.assignValue(amount, field)
    let own = AmountUnit.stated(in: pair.name.text)?.unit
    let reading = AmountReader.read(amount.cell, unit: own.map { .stated($0) } ?? unit)
    let line = BudgetLine(initialBudget: builder.diagnostics.value(of: reading, at: amount, field))
    guard !line.isEmpty else { return }
    if own == nil, !AmountReader.hasOwnUnit(amount.cell) { sawAmounts = true }
    if let fund {
      builder.form.budget[keyPath: fund.keyPath] = line
      return
    }
    let part: Fund? = label == .partOfAppropriation ? .currentYearAppropriation : nil
    let name = LabelText.printed(pair.name.text)
    builder.form.budget.additional.append(AdditionalFund(label: name, partOf: part?.rawValue, line: line))
    if pair.label == nil { builder.diagnostics.add(.fundUnknown, at: pair.name, ["found": name]) }
  }

  /// Whether the nearest total above, in its column or left of it, is that of the whole project.
  private func isOfWhole(_ name: GridCell) -> Bool {
    isWhole.filter { $0.key <= name.column }.max { $0.key < $1.key }?.value ?? false
  }
}
