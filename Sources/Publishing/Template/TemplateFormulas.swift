import Findings
import TrackingModel

/// The formulas of the template, in functions that Excel, WPS and LibreOffice compute alike.
struct TemplateFormulas {
  private var cells: [PageField: CellReference] = [:]

  init(_ drawing: PageDrawing) {
    for cell in drawing.cells {
      if let field = cell.field { cells[field] = cell.range.first }
    }
  }

  /// The formula of a cell that computes itself; nil for one to fill in.
  func formula(for field: PageField) -> String? {
    guard case .amount(let fund, let column) = field else { return nil }
    if column == .executionRate { return rate(of: fund) }
    return fund == .total ? sum(of: column) : nil
  }

  /// What the cell tells the person who selects it.
  func hint(for field: PageField) -> String {
    if case .amount(_, .executionRate) = field {
      return "执行率 = 跟踪期执行数 ÷ 跟踪期预算数 × 100，保留两位小数，不进位。"
    }
    return "年度资金总额 = 当年财政拨款 + 上年结转资金 + 其他资金。"
  }

  /// The three funds added up; empty as long as none is filled in.
  private func sum(of column: BudgetColumn) -> String? {
    guard let first = cells[.amount(.currentYearAppropriation, column)], let last = cells[.amount(.otherFunds, column)]
    else { return nil }
    let range = "\(first.a1):\(last.a1)"
    return "=IF(COUNT(\(range))=0,\"\",SUM(\(range)))"
  }

  /// Expenditure over the period's budget, cut after two decimals as the form's own system does; 0 for a budget of 0. What
  /// binary fractions leave behind the eighth decimal is rounded off first: 0.58 of 1 is 58, not 57.99.
  private func rate(of fund: Fund) -> String? {
    guard let budget = cells[.amount(fund, .periodBudget)]?.a1, let spent = cells[.amount(fund, .periodExpenditure)]?.a1
    else { return nil }
    return "=IF(COUNT(\(budget):\(spent))<2,\"\",IF(\(budget)=0,0,ROUNDDOWN(ROUND(\(spent)/\(budget)*100,8),2)))"
  }
}
