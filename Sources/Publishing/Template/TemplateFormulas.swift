import Findings
import TrackingModel

/// The formulas of the template, in functions that Excel, WPS and LibreOffice compute alike.
struct TemplateFormulas {
  private let layout: PageLayout
  private var cells: [Amount: CellReference] = [:]

  private struct Amount: Hashable {
    let fund: Fund
    let column: BudgetColumn
  }

  init(_ drawing: PageDrawing) {
    layout = drawing.layout
    for cell in drawing.cells {
      if let field = cell.field, let amount = amount(field) { cells[amount] = cell.range.first }
    }
  }

  private func amount(_ field: PageField) -> Amount? {
    guard case .value(let number) = field, case .amount(let fund, let column) = layout.sources[number] else {
      return nil
    }
    return Amount(fund: fund, column: column)
  }

  /// The formula of a cell that computes itself; nil for one to fill in.
  func formula(for field: PageField) -> String? {
    guard let amount = amount(field) else { return nil }
    if amount.column == .executionRate { return rate(of: amount.fund) }
    return amount.fund == layout.definition.budget.funds.first ? sum(of: amount.column) : nil
  }

  /// What the cell tells the person who selects it.
  func hint(for field: PageField) -> String {
    if amount(field)?.column == .executionRate {
      return "执行率 = 跟踪期执行数 ÷ 跟踪期预算数 × 100，保留两位小数，不进位。"
    }
    let funds = layout.definition.budget.funds.map(\.plainLabel)
    return "\(funds.first ?? "") = \(funds.dropFirst().joined(separator: " + "))。"
  }

  /// The funds added up; empty as long as none is filled in.
  private func sum(of column: BudgetColumn) -> String? {
    let funds = layout.definition.budget.funds.dropFirst()
    guard let top = funds.first, let bottom = funds.last, let first = cells[Amount(fund: top, column: column)],
      let last = cells[Amount(fund: bottom, column: column)]
    else { return nil }
    let range = "\(first.a1):\(last.a1)"
    return "=IF(COUNT(\(range))=0,\"\",SUM(\(range)))"
  }

  /// Expenditure over the period's budget, cut after two decimals as the form's own system does; 0 for a budget of 0. What
  /// binary fractions leave behind the eighth decimal is rounded off first: 0.58 of 1 is 58, not 57.99.
  private func rate(of fund: Fund) -> String? {
    guard let budget = cells[Amount(fund: fund, column: .periodBudget)]?.a1,
      let spent = cells[Amount(fund: fund, column: .periodExpenditure)]?.a1
    else { return nil }
    return "=IF(COUNT(\(budget):\(spent))<2,\"\",IF(\(budget)=0,0,ROUNDDOWN(ROUND(\(spent)/\(budget)*100,8),2)))"
  }
}
