import Findings
import Foundation
import Spreadsheet
import TrackingModel

/// Puts the cells of a ledger's rows into forms and indicators, as the columns of any ledger have to be read.
struct LedgerValues {
  private let columns: [LedgerHeader.Column]
  private let units: [AmountReader.Unit]
  /// The columns that say something of the row's indicator.
  private let ofIndicator: [(position: Int, part: Part)]
  /// Spellings of levels and periods are few and come again on every row.
  private var level1: [String: String] = [:]
  private var level2: [String: String] = [:]
  private var periods: [String: Reading<TrackingPeriod>] = [:]

  init(header: LedgerHeader, units: [AmountReader.Unit]) {
    columns = header.columns
    self.units = units
    ofIndicator = header.columns.enumerated().compactMap { position, column in
      column.role.isOfIndicator ? (position, Part(column.role)) : nil
    }
  }

  // MARK: What a form has once

  /// Fills in what the column at this position holds.
  mutating func fill(_ open: OpenForm, from cell: Cell, at position: Int, year: Int?) {
    let column = columns[position]
    switch column.role {
    case .period: fill(\.period, of: open, with: period(cell, year: year), at: cell)
    case .year: break
    case .column(.periodStart): fill(\.period.start, of: open, with: PeriodReader.month(cell, year: year), at: cell)
    case .column(.periodEnd): fill(\.period.end, of: open, with: PeriodReader.month(cell, year: year), at: cell)
    case .column(.project): fill(\.project, of: open, from: cell, at: position)
    case .column(.supervisingDepartment): fill(\.supervisingDepartment, of: open, from: cell, at: position)
    case .column(.implementingUnit): fill(\.implementingUnit, of: open, from: cell, at: position)
    case .column(let known): fill(known, of: open, from: cell, at: position)
    case .furtherAmount(let label, let partOf, let amount):
      let index =
        open.form.budget.additional.firstIndex { $0.label == label && $0.partOf == partOf }
        ?? {
          open.form.budget.additional.append(AdditionalFund(label: label, partOf: partOf))
          return open.form.budget.additional.count - 1
        }()
      if amount == .executionRate { return open.rates.append((.further(index), cell)) }
      let reading = AmountReader.read(cell, unit: units[position])
      open.form.budget.additional[index].line[keyPath: amount.keyPath] = reading.value
      open.add(reading.findings, at: cell.reference)
    case .fundExtra(let fund, let label):
      guard let extra = Self.extra(label, cell) else { return }
      var line = open.form.budget[keyPath: fund.keyPath] ?? BudgetLine()
      line.extras.append(extra)
      open.form.budget[keyPath: fund.keyPath] = line
    case .formExtra(let label):
      guard let extra = Self.extra(label, cell) else { return }
      open.form.extras.append(extra)
    case .targetSign, .targetUnit, .reasonTick, .reasonDetail, .possibilityTick, .indicatorExtra: break
    }
  }

  private func fill(_ column: LedgerColumn, of open: OpenForm, from cell: Cell, at position: Int) {
    switch column {
    case .field(let field): fill(field, of: open, from: cell)
    case .amount(let fund, .executionRate): open.rates.append((.fund(fund), cell))
    case .amount(let fund, let amount):
      let reading = AmountReader.read(cell, unit: units[position])
      if let value = reading.value { open.form.budget.set(value, fund, amount) }
      open.add(reading.findings, at: cell.reference)
    case .budgetSupplement, .formSupplement: LedgerSupplements.fill(open, column, from: cell)
    case .formNumber, .indicatorCount, .indicatorNumber, .indicatorField, .indicatorSupplement: break
    }
  }

  private func fill(_ field: FormField, of open: OpenForm, from cell: Cell) {
    switch (field.place, field.kind) {
    case (.text, .title):
      let reading = TextReader.line(cell.text)
      open.form.setTitle(reading.value, in: open.family)
      open.add(reading.findings, at: cell.reference)
    case (.text(let path), .prose): open.form[keyPath: path] = TextReader.prose(cell.text)
    case (.text(let path), _): fill(path, of: open, with: TextReader.line(cell.text), at: cell)
    case (.judgment(let path), _): fill(path, of: open, with: JudgmentReader.read(cell.text), at: cell)
    case (.month, _), (.value, _): break
    }
  }

  private func fill<Value>(
    _ path: WritableKeyPath<TrackingForm, Value>, of open: OpenForm, with reading: Reading<Value>, at cell: Cell
  ) {
    open.form[keyPath: path] = reading.value
    open.add(reading.findings, at: cell.reference)
  }

  /// A name; where the ledger has a column for its code, none is looked for in the name.
  private func fill(
    _ path: WritableKeyPath<TrackingForm, NamedEntity>, of open: OpenForm, from cell: Cell, at position: Int
  ) {
    let codeColumn: LedgerColumn? =
      switch columns[position].role {
      case .column(.project): .projectCode
      case .column(.supervisingDepartment): .supervisingDepartmentCode
      case .column(.implementingUnit): .implementingUnitCode
      default: nil
      }
    if let codeColumn, columns.contains(where: { $0.role == .column(codeColumn) }) {
      let line = TextReader.line(cell.text)
      open.form[keyPath: path].name = line.value
      open.add(line.findings, at: cell.reference)
    } else {
      fill(path, of: open, with: EntityReader.read(cell.text), at: cell)
    }
  }

  mutating func period(_ cell: Cell, year: Int?) -> Reading<TrackingPeriod> {
    guard cell.kind == .text else { return PeriodReader.read(cell, year: year) }
    let key = year.map { "\($0)|" + cell.text } ?? cell.text
    if let known = periods[key] { return known }
    let reading = PeriodReader.read(cell, year: year)
    periods[key] = reading
    return reading
  }

  // MARK: Indicators

  /// What a column says of an indicator: settled once, because every row asks.
  private enum Part {
    case level1, level2, name, target, planned, actual, deviationReason, supplement, targetSign, targetUnit, other
    case reasonTick(String)
    case reasonDetail(String)
    case possibilityTick(String, label: String)
    case extra(String)

    init(_ role: LedgerRole) {
      self =
        switch role {
        case .column(.level1): .level1
        case .column(.level2): .level2
        case .column(.name): .name
        case .column(.target): .target
        case .column(.planned): .planned
        case .column(.actual): .actual
        case .column(.deviationReason): .deviationReason
        case .column(.indicatorSupplement): .supplement
        case .targetSign: .targetSign
        case .targetUnit: .targetUnit
        case .reasonTick(let name): .reasonTick(name)
        case .reasonDetail(let name): .reasonDetail(name)
        case .possibilityTick(let name, let label): .possibilityTick(name, label: label)
        case .indicatorExtra(let label): .extra(label)
        default: .other
        }
    }
  }

  /// An indicator of which columns may still add something.
  private struct Draft {
    var indicator = Indicator()
    var sign: Cell?
    var amount: Cell?
    var unit: Cell?
    var reasons = TickedReasons()
    var findings: [(CellReference, [Finding])] = []

    var isBlank: Bool {
      indicator.name == nil && indicator.target == nil && indicator.planned == nil && indicator.actual == nil
        && indicator.deviationReason == nil
    }
  }

  /// The indicator of a row; nil where the row has none.
  mutating func indicator(in slots: [Cell?], of open: OpenForm) -> Indicator? {
    var draft = Draft()
    for (position, part) in ofIndicator {
      if let cell = slots[position] { fill(&draft, part, from: cell, of: open) }
    }
    draft.indicator.target = draft.amount.flatMap { value($0, &draft.findings) }
    if draft.sign != nil || draft.unit != nil { Self.joinTarget(&draft) }
    draft.indicator.deviationReason = draft.indicator.deviationReason ?? draft.reasons.text
    if draft.isBlank { return nil }
    for (cell, found) in draft.findings { open.add(found, at: cell) }
    return draft.indicator
  }

  private mutating func fill(_ draft: inout Draft, _ part: Part, from cell: Cell, of open: OpenForm) {
    switch part {
    case .level1:
      draft.indicator.level1 = level(cell, in: \.level1, &draft.findings) { IndicatorCatalog.level1($0) }
    case .level2:
      draft.indicator.level2 = level(cell, in: \.level2, &draft.findings) { IndicatorCatalog.level2($0) }
    case .name:
      let line = TextReader.line(cell.text)
      draft.indicator.name = line.value
      if !line.findings.isEmpty { draft.findings.append((cell.reference, line.findings)) }
    case .target: draft.amount = cell
    case .planned: draft.indicator.planned = value(cell, &draft.findings)
    case .actual: draft.indicator.actual = value(cell, &draft.findings)
    case .deviationReason: draft.indicator.deviationReason = TextReader.prose(cell.text)
    case .supplement: LedgerSupplements.fill(&draft.indicator, from: cell, open)
    case .targetSign: draft.sign = cell
    case .targetUnit: draft.unit = cell
    case .reasonTick(let name): draft.reasons.tick(name, cell.text)
    case .reasonDetail(let name): draft.reasons.explain(name, cell.text)
    case .possibilityTick(let name, let label):
      if Tick.isTick(cell.text) {
        draft.indicator.extras.append(Extra(label: label, text: name, cell: cell.reference.a1))
      } else if !Tick.isNoTick(cell.text) {
        Self.addExtra(name, cell, to: &draft.indicator)
      }
    case .extra(let label): Self.addExtra(label, cell, to: &draft.indicator)
    case .other: break
    }
  }

  /// Puts a target together that is split over columns; what is no part of it is kept beside it.
  private static func joinTarget(_ draft: inout Draft) {
    let amount = draft.indicator.target?.text
    let split = SplitTarget(sign: draft.sign?.text, amount: amount, unit: draft.unit?.text)
    if split.hasSignApart, let sign = draft.sign { addExtra(SplitTarget.signLabel, sign, to: &draft.indicator) }
    if split.hasUnitApart, let unit = draft.unit { addExtra(SplitTarget.unitLabel, unit, to: &draft.indicator) }
    draft.indicator.target = split.text.map { IndicatorValue(text: $0) }
  }

  private static func addExtra(_ label: String, _ cell: Cell, to indicator: inout Indicator) {
    if let extra = extra(label, cell) { indicator.extras.append(extra) }
  }

  private func value(_ cell: Cell, _ findings: inout [(CellReference, [Finding])]) -> IndicatorValue? {
    let reading = IndicatorValueReader.read(cell.written(as: cell.text), of: cell.kind)
    if !reading.findings.isEmpty { findings.append((cell.reference, reading.findings)) }
    return reading.value
  }

  /// The catalog's name where the words spell one, else the words; each spelling that is not the catalog's is reported once.
  private mutating func level(
    _ cell: Cell, in cache: WritableKeyPath<LedgerValues, [String: String]>,
    _ findings: inout [(CellReference, [Finding])], _ name: (String) -> String?
  ) -> String? {
    if let known = self[keyPath: cache][cell.text] { return known }
    guard let words = TextReader.line(cell.text).value else { return nil }
    let name = name(words)
    let level = name ?? words
    if self[keyPath: cache].count < 1000 {
      self[keyPath: cache][cell.text] = level
      if name == nil { findings.append((cell.reference, [Finding(.levelKept, ["found": words])])) }
      if level != words {
        findings.append((cell.reference, [Finding(.levelRenamed, ["found": words, "read": level])]))
      }
    }
    return level
  }

  static func extra(_ label: String, _ cell: Cell) -> Extra? {
    TextReader.prose(cell.text).map { Extra(label: label, text: $0, cell: cell.reference.a1) }
  }
}

extension Budget {
  /// Sets a number of a fund row, which begins to exist with it.
  mutating func set(_ value: Decimal, _ fund: Fund, _ column: BudgetColumn) {
    var line = self[keyPath: fund.keyPath] ?? BudgetLine()
    line[keyPath: column.keyPath] = value
    self[keyPath: fund.keyPath] = line
  }
}
