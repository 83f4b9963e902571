import Foundation
import TrackingModel

/// How amounts are printed: in which unit, and in which of the spellings that people use.
struct Money {
  /// The name of the unit.
  let name: String
  /// The unit in 万元.
  let size: Decimal
  let style: Int

  static let units: [(name: String, size: Decimal)] = [
    ("万元", 1), ("元", Decimal(string: "0.0001") ?? 1), ("千元", Decimal(string: "0.1") ?? 1), ("亿元", 10_000),
  ]

  /// One unit and spelling for a whole table.
  init(_ choices: Choices) {
    self.init(choices.pick("unit", [Self.units[0]] + Self.units), style: choices.number("amount style", 0...6))
  }

  init(_ unit: (name: String, size: Decimal), style: Int) {
    name = unit.name
    size = unit.size
    self.style = style
  }

  /// The number itself, as a workbook stores it.
  func number(_ amount: Decimal) -> String { "\(amount / size)" }

  func print(_ amount: Decimal) -> String {
    let value = amount / size
    switch style {
    case 1: return Self.grouped(value.amountText)
    case 2: return "\(value)"
    case 3: return Self.fullWidth(value.amountText)
    case 4: return "¥" + Self.grouped(value.amountText)
    case 5: return Self.fullWidth("¥" + Self.grouped(value.amountText))
    case 6: return "人民币" + value.amountText
    default: return value.amountText
    }
  }

  /// The amount with its unit behind it.
  func printWithUnit(_ amount: Decimal, _ choices: Choices) -> String {
    let unit = choices.pick("unit behind the amount", [name, name, " " + name, "（\(name)）"])
    return print(amount) + unit
  }

  private static func grouped(_ text: String) -> String {
    let parts = text.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].reversed().enumerated() {
      if index > 0, index % 3 == 0 { whole = "," + whole }
      whole = String(digit) + whole
    }
    return whole + "." + parts[1]
  }

  private static func fullWidth(_ text: String) -> String {
    String(text.unicodeScalars.map { $0 == "¥" ? "￥" : Character(UnicodeScalar($0.value + 0xFEE0) ?? $0) })
  }
}

/// How a table prints its amounts and where it says in which unit they are.
struct StatedMoney {
  enum Place {
    /// In the label of the whole block.
    case block
    /// In the heading of each column.
    case heading
    /// In the heading of each column, each in a unit of its own.
    case mixedHeadings
    /// In a cell of its own.
    case cell
    /// Behind each amount.
    case value
    /// Behind each amount, in the unit that whoever typed it thought of.
    case mixedValues
  }

  let place: Place
  let common: Money
  private let columns: [BudgetColumn: Money]

  init(_ choices: Choices, hasBlock: Bool) {
    place = choices.pick(
      "unit place", [hasBlock ? .block : .heading, .heading, .cell, .value, .mixedHeadings, .mixedValues])
    let common = Money(choices)
    self.common = common
    let isMixed = place == .mixedHeadings
    columns = Dictionary(
      uniqueKeysWithValues: BudgetColumn.allCases.map { ($0, isMixed ? Money(choices.within("\($0)")) : common) })
  }

  private func money(_ column: BudgetColumn) -> Money { columns[column] ?? common }

  func inHeading(of column: BudgetColumn) -> String {
    place == .heading || place == .mixedHeadings ? "（\(money(column).name)）" : ""
  }

  func ink(_ amount: Decimal, under column: BudgetColumn, keepsNumbers: Bool, _ choices: Choices) -> Ink {
    let choices = choices.within("\(column)")
    let money = place == .mixedValues ? Money(choices) : money(column)
    if place == .value || place == .mixedValues { return Ink(money.printWithUnit(amount, choices)) }
    guard keepsNumbers, choices.chance("amounts are numbers", oneIn: 2) else { return Ink(money.print(amount)) }
    let value = money.number(amount)
    return choices.chance("amounts under a format", oneIn: 2)
      ? Ink(number: value, format: "General", shown: value)
      : Ink(number: value, format: "#,##0.00####", shown: money.print(amount))
  }
}

/// How a rate is printed.
enum PrintedRate {
  /// - Parameter isAmongAmounts: Whether the amounts beside it say what a fraction has to mean.
  static func ink(_ rate: Decimal, keepsNumbers: Bool, isAmongAmounts: Bool, _ choices: Choices) -> Ink {
    let shown = rate.amountText
    switch choices.number("rate style", 0...8) {
    case 1: return Ink(shown + "%")
    case 2: return Ink(shown + "％")
    // A fraction below 0.01 could be a rate below one percent as well.
    case 3 where isAmongAmounts && rate >= 1: return fraction(rate, keepsNumbers: keepsNumbers)
    case 4 where keepsNumbers: return Ink(number: "\(rate / 100)", format: "0.00%", shown: shown + "%")
    case 5 where keepsNumbers: return Ink(number: "\(rate / 100)", format: "0%", shown: "\(rate)%")
    case 6 where keepsNumbers: return Ink(number: "\(rate)", format: "0.00\"%\"", shown: shown + "%")
    case 7 where keepsNumbers: return Ink(number: "\(rate)", format: "0.00", shown: shown)
    case 8 where keepsNumbers: return Ink(number: "\(rate)", format: "General", shown: "\(rate)")
    default: return Ink(shown)
    }
  }

  private static func fraction(_ rate: Decimal, keepsNumbers: Bool) -> Ink {
    let text = "\(rate / 100)"
    return keepsNumbers ? Ink(number: text, format: "0.0000", shown: text) : Ink(text)
  }
}
