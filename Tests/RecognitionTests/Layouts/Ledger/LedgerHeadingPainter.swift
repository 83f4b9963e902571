import Foundation
import TrackingModel

/// The words above the columns of a ledger.
struct LedgerHeadingPainter {
  let layout: LedgerLayout
  let money: StatedMoney
  let medium: Medium
  /// The last month of a heading such as 1-8月执行数.
  let lastMonth: Int
  private let choices: Choices

  init(_ layout: LedgerLayout, _ money: StatedMoney, _ medium: Medium, lastMonth: Int, _ choices: Choices) {
    self.layout = layout
    self.money = money
    self.medium = medium
    self.lastMonth = lastMonth
    self.choices = choices
  }

  /// Draws the header below a row; its rows are `layout.headingRows`.
  func draw(on canvas: inout Canvas, row: Int, left: Int) {
    let paths = layout.columns.map(path)
    for (index, path) in paths.enumerated() {
      for (depth, words) in path.enumerated() {
        let isLast = depth == path.count - 1
        let outer = path.prefix(depth + 1)
        if !isLast, index > 0, paths[index - 1].count > depth + 1, paths[index - 1].prefix(depth + 1) == outer {
          continue
        }
        var columns = 1
        while !isLast, index + columns < paths.count, paths[index + columns].count > depth + 1,
          paths[index + columns].prefix(depth + 1) == outer
        {
          columns += 1
        }
        canvas.put(
          Ink(words), row: row + depth, column: left + index, rows: isLast ? layout.headingRows - depth : 1,
          columns: columns)
      }
    }
  }

  /// The words over a column, outermost first.
  func path(_ column: LedgerLayout.Column) -> [String] {
    switch column {
    case .amount(let fund, let amount): return path(fund, amount)
    case .fundExtra(let fund):
      let words = choices.pick("fund extra", Words.budgetExtras)
      return layout.headingRows > 1 ? Array(path(fund, .initialBudget).dropLast()) + [words] : [words]
    case .level1, .level2, .name, .target, .sign, .targetUnit, .planned, .actual, .reason, .indicatorExtra:
      return under("indicators", heading(column))
    case .reasonTick, .reasonDetail: return under("indicators", label("reasonGroup"), heading(column))
    case .possibilityTick: return under("indicators", label("possibility"), heading(column))
    case .goalsExpected, .goalsActual: return under("goals", heading(column))
    case .budgetCompletion, .goalCompletion: return under("assessment", heading(column))
    default: return [heading(column)]
    }
  }

  /// Under the label of a block where there is a row for it.
  private func under(_ block: String, _ words: String...) -> [String] {
    guard words.count < layout.headingRows, !choices.chance("\(block) stands alone", oneIn: 3) else { return words }
    return [label(block)] + words
  }

  private func path(_ fund: Fund, _ amount: BudgetColumn) -> [String] {
    let number = self.number(amount)
    let name = label(fund.rawValue)
    let block = label("budget") + (money.place == .block ? "（\(money.common.name)）" : "")
    switch layout.headingRows {
    case 1: return [together(fund, amount)]
    case 2 where money.place == .block || choices.chance("block over amounts", oneIn: 2):
      return [block, together(fund, amount)]
    case 2: return [name, number]
    default: return [block, name, number]
    }
  }

  private func number(_ amount: BudgetColumn) -> String {
    let words: String
    switch amount {
    case .periodExpenditure where layout.period == .headingAndYear: words = "1-\(lastMonth)月执行数"
    default: words = choices.pick("\(amount.rawValue) label", Words.labels[amount.rawValue] ?? [])
    }
    if amount == .executionRate { return words + choices.pick("percent in the heading", ["(%)", "（%）", ""]) }
    return words + money.inHeading(of: amount)
  }

  /// A heading that names a fund row and a number of it at once; a number alone is the total's.
  private func together(_ fund: Fund, _ amount: BudgetColumn) -> String {
    let name = choices.pick("\(fund.rawValue) label", Words.labels[fund.rawValue] ?? [])
      .trimmingCharacters(in: ["："])
    let number = self.number(amount)
    if fund == .total, choices.chance("total not named", oneIn: 2) { return number }
    let plain = name.replacing("其中：", with: "").replacing("其中:", with: "")
    switch choices.number("fund and number", 0...3) {
    case 1: return name + number
    case 2: return plain + "-" + number
    // The unit comes last.
    case 3:
      let unit = money.inHeading(of: amount)
      guard amount != .executionRate, number.hasSuffix(unit) else { return plain + "·" + number }
      return number.dropLast(unit.count) + "（\(plain)）" + unit
    default: return plain + "·" + number
    }
  }

  private func label(_ key: String) -> String { choices.label(key, on: medium) }

  /// The column's own heading.
  func heading(_ column: LedgerLayout.Column) -> String {
    switch column {
    case .serial: "序号"
    case .project: label("project")
    case .projectCode: choices.pick("code label", ["项目编码", "项目代码"])
    case .department: label("department")
    case .unit: label("unit")
    case .period: label("period")
    case .firstMonth: choices.pick("first month label", ["跟踪开始时间", "监控开始日期", "开始月份"])
    case .lastMonth: choices.pick("last month label", ["跟踪结束时间", "监控结束日期", "截止月份"])
    case .year: choices.pick("year label", ["年度", "预算年度"])
    case .formExtra(let number): ["联系电话", "项目类型"][number]
    case .indicatorExtra(let number): ["权重", "备注"][number]
    case .goalsExpected: label("expected")
    case .goalsActual: label("goalsActual")
    case .budgetCompletion: label("budgetCompletion")
    case .goalCompletion: label("goalCompletion")
    case .measures: label("measures")
    case .level1: label("level1")
    case .level2: label("level2")
    case .name: label("name")
    case .target: label(layout.columns.contains(.sign) ? "targetAmount" : "target")
    case .sign: label("sign")
    case .targetUnit: label("targetUnit")
    case .planned: label("planned")
    case .actual: label("actual")
    case .reason: label("reason")
    case .reasonTick(let number): choices.pick("reason \(number)", Words.tickedReasons[number])
    case .reasonDetail: "原因说明"
    case .possibilityTick(let number): choices.pick("possibility \(number)", Words.possibilities[number])
    case .amount, .fundExtra: path(column).last ?? ""
    }
  }
}
