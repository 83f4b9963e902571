import Findings
import Foundation
import TrackingModel

extension Painter {
  /// 预算执行情况: the fund rows, their columns, and the unit somewhere.
  func budget() {
    let choices = choices.within("budget")
    let hasBlock = table.has(.block) && !choices.chance("no block label", oneIn: 8)
    let money = StatedMoney(choices, hasBlock: hasBlock)
    if money.place == .cell {
      put(choices.pick("unit words", ["单位：", "金额单位："]) + money.common.name, max(0, width - 1))
      row += 1
    }
    var columns: [BudgetColumn?] = [.initialBudget, .periodBudget, .periodExpenditure, .executionRate]
    if choices.chance("columns in another order", oneIn: 15) {
      columns = choices.order("order", of: 4).map { columns[$0] }
    }
    let extra = choices.chance("extra column", oneIn: 8) ? choices.pick("which extra", Words.budgetExtras) : nil
    if extra != nil { columns.insert(nil, at: choices.pick("extra place", [4, 3, 2])) }
    let block = hasBlock ? table.place(.block)?.width ?? 1 : 0
    let labelColumns = max(1, width - block - columns.count)
    let rows = fundRows(choices)

    if hasBlock {
      let name =
        label("budget")
        + (money.place == .block
          ? choices.pick("brackets", [" (U)", "（U）", "\n(U)"]).replacing("U", with: money.common.name) : "")
      put(name, 0, rows: rows.count + 1, columns: block)
    }
    if !hasBlock || choices.chance("corner label", oneIn: 6) {
      put(hasBlock ? "" : "资金来源", block, columns: labelColumns)
    }
    for (index, column) in columns.enumerated() {
      var heading = column.map { label($0.rawValue) } ?? extra ?? ""
      if column == .executionRate { heading += choices.pick("percent in the heading", ["(%)", "（%）", ""]) }
      if let column, column != .executionRate { heading += money.inHeading(of: column) }
      put(heading, block + labelColumns + index)
    }
    row += 1
    for fund in rows { draw(fund, columns, extra, money, at: block, labelColumns, choices) }
  }

  /// A fund row: its label, where the form keeps it, and its numbers.
  private struct FundRow {
    var label: String
    var path: String
    var line: BudgetLine?
    var keep: (inout TrackingForm, [Extra]) -> Void
  }

  private func fundRows(_ choices: Choices) -> [FundRow] {
    var rows: [FundRow] = []
    for fund in Fund.allCases {
      let line = form.budget[keyPath: fund.keyPath]
      // A row that says nothing is there with marks for none, or is not there.
      if line == nil, choices.chance("\(fund) left out", oneIn: 2) { continue }
      let key = fund.keyPath
      rows.append(
        FundRow(label: label(fund.rawValue), path: "budget.\(fund)", line: line) {
          $0.budget[keyPath: key]?.extras = $1
        })
      if fund == .currentYearAppropriation, choices.chance("parts", oneIn: 10) {
        rows.append(additional("其中：", choices.pick("part", Words.parts), partOf: fund.rawValue, choices))
      }
      if fund == .carryOver, form.budget.otherFunds != nil, choices.chance("additional fund", oneIn: 10) {
        rows.append(additional("", choices.pick("fund", Words.additionalFunds), partOf: nil, choices))
      }
    }
    return rows
  }

  private func additional(_ prefix: String, _ name: String, partOf: String?, _ choices: Choices) -> FundRow {
    let index = form.budget.additional.count
    let line = RandomForm.line("additional \(index)", choices)
    form.budget.additional.append(AdditionalFund(label: name, partOf: partOf, line: line))
    return FundRow(label: prefix + name, path: "budget.additional[\(index)]", line: line) {
      $0.budget.additional[index].line.extras = $1
    }
  }

  private func draw(
    _ fund: FundRow, _ columns: [BudgetColumn?], _ extra: String?, _ money: StatedMoney, at block: Int,
    _ labelColumns: Int, _ outer: Choices
  ) {
    let choices = outer.within(fund.path)
    put(fund.label, block, columns: labelColumns)
    for (index, column) in columns.enumerated() {
      let place = block + labelColumns + index
      guard let line = fund.line else {
        if column != nil { put(choices.pick("none \(index)", Words.noneMarks), place) }
        continue
      }
      guard let column else {
        let cell = put("12.5", place)
        fund.keep(&form, [Extra(label: extra ?? "", text: "12.5", cell: cell.a1)])
        continue
      }
      guard let amount = line[keyPath: column.keyPath] else { continue }
      let ink =
        column == .executionRate
        ? PrintedRate.ink(amount, keepsNumbers: canvas.medium.keepsNumbers, isAmongAmounts: true, outer)
        : money.ink(amount, under: column, keepsNumbers: canvas.medium.keepsNumbers, outer)
      fields["\(fund.path).\(column.rawValue)"] = canvas.put(ink, row: row, column: left + place)
    }
    row += 1
  }
}
