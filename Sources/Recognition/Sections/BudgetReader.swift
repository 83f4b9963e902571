import Findings
import Foundation
import TrackingModel

/// Reads the fund rows under a budget header: an amount is that of the row's label and of the heading above it.
struct BudgetReader {
  private(set) var header: BudgetHeader
  /// The unit of amounts that neither stand with a unit of their own nor under a heading with one.
  private let unit: AmountReader.Unit
  private var lastFund: Fund?
  /// Whether the rows are those of the whole project, which come before or after those of the year.
  private var isWhole = false
  /// Whether amounts were read that do not state their own unit.
  private(set) var sawAmounts = false

  /// Whether nothing on the form says in which unit its amounts are.
  var unitIsAssumed: Bool {
    !unit.isStated
      && header.columns.contains { $0.unit == nil && $0.label.budgetColumn != nil && $0.label != .executionRate }
  }

  init(header: BudgetHeader, into builder: inout FormBuilder) {
    self.header = header
    self.header.markSeconds(hidden: builder.context.grid.sheet.hiddenColumns)
    unit = BudgetUnit.resolve(
      labels: [header.nameHeadings, [header.block].compactMap(\.self)].joined(), header: header, in: builder.context,
      &builder.diagnostics)
    for column in header.leftColumns + header.columns {
      builder.cells.assignLabel(column.cell)
      if column.cell.label?.months != nil { builder.context.headedMonths.append(column.cell) }
    }
    for cell in header.nameHeadings + header.groups { builder.cells.assignLabel(cell) }
    if let block = header.block { builder.cells.assignLabel(block) }
  }

  /// Reads one line; false where it is no fund row any more.
  mutating func read(_ line: Line, into builder: inout FormBuilder) -> Bool {
    let isInside = header.blockRows?.contains(line.row) == true
    if !isInside, isBehindBlock(line) { return false }
    let front = RowFront(line, header, isInside: isInside)
    if front.rest.isEmpty, front.names.isEmpty, front.left.isEmpty {
      for label in front.labels { builder.cells.assignLabel(label) }
      return true
    }
    guard let name = front.names.last, name.column <= header.firstColumn else { return isInside }
    let shift = header.isMerged ? 0 : shift(of: front.rest)
    let amounts = front.rest.filter { header.column(at: $0.column - shift) != nil }
    let isOnlyOfWhich = name.isOfWhich && amounts.isEmpty
    if !isOnlyOfWhich, name.meanings.fund == nil, !isFund(name, amounts, isInside: isInside) {
      guard isInside else { return false }
      addTexts(name, front.labels + front.names.dropLast(), amounts, into: &builder)
      return true
    }
    for label in front.labels + front.names { builder.cells.assignLabel(label) }
    if !isOnlyOfWhich {
      let row = FundRow(row: line.row, name: name, amounts: amounts, shift: shift, left: front.left)
      read(row, into: &builder)
    }
    return true
  }

  /// Whether the line stands below the rows of the block's merged label and names no fund.
  private func isBehindBlock(_ line: Line) -> Bool {
    guard let rows = header.blockRows, line.row > rows.upperBound else { return false }
    return !line.cells.contains { $0.meanings.fund != nil }
  }

  /// Reads a fund's row as what it is: the year's, the whole project's, or one that says again what another row has said.
  private mutating func read(_ row: FundRow, into builder: inout FormBuilder) {
    if row.shift != 0, let first = row.amounts.first {
      builder.diagnostics.add(.rowRealigned, at: first, ["columns": String(abs(row.shift))])
    }
    let label = meaning(row.name.meanings.fund)
    if label == .wholeTotal || isWhole && label != .total {
      isWhole = true
      return addWhole(row, into: &builder)
    }
    if label == .total { isWhole = false }
    let isHidden = builder.context.grid.sheet.hiddenRows.contains(row.row)
    if let fund = label?.fund, fund == .total || isHidden, let first = builder.form.budget[keyPath: fund.keyPath] {
      return compare(row, with: first, of: fund, into: &builder)
    }
    let path = Self.path(for: label, in: builder.form.budget)
    var line = readLine(row, path: path, into: &builder)
    for (cell, column) in row.left { addExtra(cell, column, of: path, to: &line, &builder.cells) }
    add(line, row.name, label, into: &builder)
  }

  /// 项目资金总额 is the year's total where no other row is.
  private func meaning(_ fund: Label?) -> Label? {
    fund == .possibleTotal ? header.hasYearTotal ? .wholeTotal : .total : fund
  }

  /// Whether a row whose name says nothing to us is one of a fund: it has amounts, or at least stands among them.
  private func isFund(_ name: GridCell, _ amounts: [GridCell], isInside: Bool) -> Bool {
    let hasAmount = amounts.contains(where: Self.isAmount)
    if isInside { return hasAmount }
    guard case .plain = name.token, hasAmount else { return false }
    return amounts.count > 1 || amounts.allSatisfy { Self.isAmount($0) || $0.isNone }
  }

  static func isAmount(_ cell: GridCell) -> Bool {
    switch cell.cell.kind {
    case .number: true
    case .text: cell.text.utf8.count < 4000 && AmountReader.isAmount(cell.text)
    default: false
    }
  }

  /// How far the numbers stand right of their headings: 0 where every one is under a heading.
  private func shift(of cells: ArraySlice<GridCell>) -> Int {
    func fits(_ shift: Int) -> Bool {
      cells.allSatisfy { header.column(at: $0.column - shift) != nil || $0.column - shift > header.lastColumn + 1 }
    }
    return [0, -1, 1, -2, 2, -3].first(where: fits) ?? 0
  }

  private static func path(for fund: Label?, in budget: Budget) -> FieldPath {
    if let own = fund?.fund, budget[keyPath: own.keyPath] == nil { return .budget(own) }
    return .additionalFund(budget.additional.count)
  }

  private mutating func readLine(_ row: FundRow, path: FieldPath, into builder: inout FormBuilder) -> BudgetLine {
    var line = BudgetLine()
    var rate: (GridCell, FieldPath)?
    var seconds: [(cell: GridCell, kind: BudgetColumn, unit: AmountReader.Unit)] = []
    let ofRow = AmountUnit.stated(in: row.name.text)?.unit
    for column in header.columns {
      let columns = column.columns.lowerBound + row.shift...column.columns.upperBound + row.shift
      let cell = row.amounts.first { columns.contains($0.column) }
      guard let kind = column.label.budgetColumn else {
        if let cell { addExtra(cell, column, of: path, to: &line, &builder.cells) }
        continue
      }
      let own = (column.unit ?? ofRow).map { AmountReader.Unit.stated($0) } ?? unit
      let field = path.field(.column(kind))
      guard let cell else {
        if !column.isSecond { builder.cells.expect(field, at: .init(row: row.row, column: max(0, columns.lowerBound))) }
        continue
      }
      builder.cells.assignValue(cell, field)
      if column.isSecond {
        seconds.append((cell, kind, own))
      } else if kind == .executionRate {
        rate = (cell, field)
      } else {
        if let ofRow, let unit = column.unit, unit != ofRow {
          builder.diagnostics.add(
            .unitContradicts, at: cell,
            ["found": column.cell.text.trimmed, "unit": unit.rawValue, "stated": ofRow.rawValue])
        }
        line[keyPath: kind.keyPath] = builder.diagnostics.value(
          of: AmountReader.read(cell.cell, unit: own), at: cell, field)
        if line[keyPath: kind.keyPath] != nil, ofRow == nil, !AmountReader.hasOwnUnit(cell.cell) { sawAmounts = true }
      }
    }
    if let (cell, field) = rate {
      let computed = RateReader.computed(
        expenditure: line.periodExpenditure,
        budget: header.column(.periodBudget) == nil ? line.initialBudget : line.periodBudget)
      line.executionRate = builder.diagnostics.value(
        of: RateReader.read(cell.cell, computed: computed), at: cell, field)
    }
    for (cell, kind, unit) in seconds { compare(cell, kind, unit, with: line, path, &builder.diagnostics) }
    return line
  }

  /// Two columns under the same heading: the amount that does not count is named with the one that does.
  private func compare(
    _ cell: GridCell, _ kind: BudgetColumn, _ unit: AmountReader.Unit, with line: BudgetLine, _ path: FieldPath,
    _ diagnostics: inout Diagnostics
  ) {
    let found =
      kind == .executionRate
      ? RateReader.read(cell.cell, computed: nil).value : AmountReader.read(cell.cell, unit: unit).value
    let read = line[keyPath: kind.keyPath]
    if let found, found == read { return }
    diagnostics.add(
      .fieldTwice, at: cell, ["found": found?.amountText ?? cell.text.trimmed, "read": read?.amountText ?? "—"],
      field: path.field(.column(kind)))
  }

  private func addExtra(
    _ cell: GridCell, _ column: BudgetHeader.Column, of path: FieldPath, to line: inout BudgetLine,
    _ cells: inout CellAssignments
  ) {
    guard let text = TextReader.line(cell.text).value else { return cells.assignValue(cell, path) }
    cells.assignValue(cell, path.extra(line.extras.count))
    line.extras.append(Extra(label: LabelText.printed(column.cell.text), text: text, cell: cell.reference.a1))
  }

  private mutating func add(_ line: BudgetLine, _ name: GridCell, _ label: Label?, into builder: inout FormBuilder) {
    let words = TextReader.line(name.text).value ?? ""
    if let fund = label?.fund, builder.form.budget[keyPath: fund.keyPath] == nil {
      lastFund = fund
      builder.cells.addSource(name, of: .budget(fund))
      if !line.isEmpty { builder.form.budget[keyPath: fund.keyPath] = line }
      return
    }
    guard !line.isEmpty else { return }
    let part = partOf(label, name)
    builder.form.budget.additional.append(
      AdditionalFund(label: LabelText.fundName(words), partOf: part?.rawValue, line: line))
    if label == nil { builder.diagnostics.add(.fundUnknown, at: name, ["found": words]) }
  }

  /// Amounts of the whole project are no part of the year's budget: they are kept under the row's and the column's words.
  private func addWhole(_ row: FundRow, into builder: inout FormBuilder) {
    let name = LabelText.printed(row.name.text)
    for cell in row.amounts {
      guard let text = TextReader.line(cell.text).value, let column = header.column(at: cell.column - row.shift) else {
        builder.cells.assignValue(cell, "extras")
        continue
      }
      builder.addExtra(cell, label: name + "：" + LabelText.printed(column.cell.text), text: text)
    }
  }

  /// A second row for the total, such as 合计 below the funds, or a hidden one for any fund says the same again, or is named with both
  /// amounts.
  private func compare(_ row: FundRow, with first: BudgetLine, of fund: Fund, into builder: inout FormBuilder) {
    for cell in row.amounts {
      guard let column = header.column(at: cell.column - row.shift), let kind = column.label.budgetColumn else {
        builder.cells.assignValue(cell, .budget(fund))
        continue
      }
      builder.cells.assignValue(cell, .budget(fund, kind))
      let unit = column.unit.map { AmountReader.Unit.stated($0) } ?? unit
      compare(cell, kind, unit, with: first, .budget(fund), &builder.diagnostics)
    }
  }

  /// A row of words among the funds.
  private func addTexts(_ name: GridCell, _ labels: [GridCell], _ texts: [GridCell], into builder: inout FormBuilder) {
    for label in labels { builder.cells.assignLabel(label) }
    builder.cells.assignLabel(name)
    for cell in texts {
      guard let text = TextReader.prose(cell.text) else {
        builder.cells.assignValue(cell, "extras")
        continue
      }
      builder.addExtra(cell, label: LabelText.printed(name.text), text: text)
    }
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

  /// After the last row: where no row is called 其他资金, the first further source is it.
  ///
  /// - Parameter fundsLookedAt: How many of the further funds are known not to be that.
  func finish(_ fundsLookedAt: inout Int, into builder: inout FormBuilder) {
    guard builder.form.budget.otherFunds == nil, builder.cells.sources[.budget(.otherFunds)].isEmpty,
      let index = builder.form.budget.additional[fundsLookedAt...].firstIndex(where: {
        $0.partOf == nil && builder.context.synonymIndex[$0.label].fund == .furtherFund
      })
    else {
      fundsLookedAt = builder.form.budget.additional.count
      return
    }
    let fund = builder.form.budget.additional.remove(at: index)
    builder.form.budget.otherFunds = fund.line
    builder.moveFund(from: index, to: .otherFunds)
    let cells = builder.cells.sources.cells.filter { $0.key.description.hasPrefix("budget.otherFunds.") }.values
      .joined()
    builder.diagnostics.add(
      .fundTakenAsOther, at: CellRange(around: cells), ["found": fund.label], field: .budget(.otherFunds))
  }
}
