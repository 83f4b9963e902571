import Findings
import Foundation
import TrackingModel

/// How the amounts of a form are printed.
private struct Money {
  let name: String
  /// The unit in 万元.
  let size: Decimal
  let style: Int

  func print(_ amount: Decimal) -> String {
    let value = amount / size
    switch style {
    case 1: return grouped(value.amountText)
    case 2: return "\(value)"
    case 3: return fullWidth(value.amountText)
    default: return value.amountText
    }
  }

  private func grouped(_ text: String) -> String {
    let parts = text.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].reversed().enumerated() {
      if index > 0, index % 3 == 0 { whole = "," + whole }
      whole = String(digit) + whole
    }
    return whole + "." + parts[1]
  }

  private func fullWidth(_ text: String) -> String {
    String(text.unicodeScalars.map { Character(UnicodeScalar($0.value + 0xFEE0) ?? $0) })
  }
}

extension Painter {
  /// 预算执行情况: the fund rows, their columns, and the unit somewhere.
  func budget() {
    let choices = choices.within("budget")
    let unit = choices.pick(
      "unit",
      [
        ("万元", Decimal(1)), ("万元", 1), ("元", Decimal(string: "0.0001") ?? 1), ("千元", Decimal(string: "0.1") ?? 1),
        ("亿元", 10_000),
      ])
    let money = Money(name: unit.0, size: unit.1, style: choices.number("amount style", 0...3))
    let hasBlock = table.has(.block) && !choices.chance("no block label", oneIn: 8)
    let unitPlace = choices.pick("unit place", [hasBlock ? "block" : "heading", "heading", "cell", "value"])
    if unitPlace == "cell" {
      put(choices.pick("unit words", ["单位：", "金额单位："]) + unit.0, max(0, width - 1))
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
        + (unitPlace == "block" ? choices.pick("brackets", [" (\(unit.0))", "（\(unit.0)）", "\n(\(unit.0))"]) : "")
      put(name, 0, rows: rows.count + 1, columns: block)
    }
    if !hasBlock || choices.chance("corner label", oneIn: 6) {
      put(hasBlock ? "" : "资金来源", block, columns: labelColumns)
    }
    for (index, column) in columns.enumerated() {
      var heading = column.map { label($0.rawValue) } ?? extra ?? ""
      if column == .executionRate { heading += choices.pick("percent in the heading", ["(%)", "（%）", ""]) }
      if unitPlace == "heading", column != .executionRate, column != nil { heading += "（\(unit.0)）" }
      put(heading, block + labelColumns + index)
    }
    row += 1
    for fund in rows { draw(fund, columns, extra, money, unitPlace == "value", at: block, labelColumns, choices) }
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
    _ fund: FundRow, _ columns: [BudgetColumn?], _ extra: String?, _ money: Money, _ unitInValue: Bool, at block: Int,
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
      let ink = column == .executionRate ? rate(amount, outer) : self.amount(amount, money, unitInValue, outer)
      fields["\(fund.path).\(column.rawValue)"] = canvas.put(ink, row: row, column: left + place)
    }
    row += 1
  }

  private func amount(_ amount: Decimal, _ money: Money, _ unitInValue: Bool, _ choices: Choices) -> Ink {
    if unitInValue { return Ink(money.print(amount) + money.name) }
    if canvas.medium.keepsNumbers, choices.chance("amounts are numbers", oneIn: 2) {
      let value = "\(amount / money.size)"
      return choices.chance("amounts under a format", oneIn: 2)
        ? Ink(number: value, format: "General", shown: value)
        : Ink(number: value, format: "#,##0.00####", shown: money.print(amount))
    }
    return Ink(money.print(amount))
  }

  private func rate(_ rate: Decimal, _ choices: Choices) -> Ink {
    let shown = rate.amountText
    switch choices.number("rate style", 0...3) {
    case 1: return Ink(shown + "%")
    case 2 where canvas.medium.keepsNumbers: return Ink(number: "\(rate / 100)", format: "0.00%", shown: shown + "%")
    case 3 where canvas.medium.keepsNumbers: return Ink(number: "\(rate)", format: "0.00", shown: shown)
    default: return Ink(shown)
    }
  }
}
