import Findings
import Foundation
import Spreadsheet

/// Reads an amount of money into exact 万元.
///
/// A number cell counts with its stored value, to 15 digits, whatever its format shows; a text has to be one whole number:
/// `1,234.50`, `¥123.45`, `123.45万元`, `(12.30)` and `12.30-` for negatives, in any width. `1,23` and `12abc` are no numbers.
enum AmountReader {
  /// The unit that amounts without one are in, as far as anybody said.
  struct Unit: Hashable, Sendable {
    let unit: AmountUnit
    /// Whether a label, heading or note states it; otherwise it was assumed and contradicts nothing.
    let isStated: Bool

    static func stated(_ unit: AmountUnit) -> Unit { Unit(unit: unit, isStated: true) }
    /// 万元, the unit of the official form.
    static let assumed = Unit(unit: .tenThousandYuan, isStated: false)
  }

  /// The amount of a cell in 万元; nil where the cell says that there is none, and where it cannot be read, which is an error
  /// finding.
  static func read(_ cell: Cell, unit: Unit) -> Reading<Decimal?> {
    switch cell.kind {
    case .number:
      guard let number = cell.number else { return notANumber(cell.text) }
      return Reading(unit.unit.inTenThousandYuan(number))
    case .text: return read(cell.text, unit: unit)
    case .date, .boolean: return notANumber(cell.text)
    case .error: return Reading(nil, [Finding(.cellHoldsError, ["found": cell.text])])
    case .formulaWithoutValue: return Reading(nil, [Finding(.formulaHasNoResult, ["found": cell.text])])
    }
  }

  /// The amount that words state, in 万元.
  static func read(_ words: String, unit: Unit) -> Reading<Decimal?> {
    if let plain = Decimal(plain: words) { return Reading(unit.unit.inTenThousandYuan(plain)) }
    if NoneMark.isNone(words) { return Reading(nil) }
    let folded = FoldedText(words)
    guard let number = NumberInWords(folded.compact, takesUnit: true) else { return notANumber(words) }
    var findings: [Finding] = []
    let found = words.trimmed
    let amount = (number.unit ?? unit.unit).inTenThousandYuan(number.value)
    if folded.hadFullWidth {
      findings.append(Finding(.fullWidthFolded, ["found": found, "read": folded.text]))
    }
    if number.isAccountingNegative {
      findings.append(Finding(.negativeInBrackets, ["found": found, "read": number.value.description]))
    }
    if let own = number.unit, own != unit.unit {
      let values = ["found": found, "unit": own.rawValue, "stated": unit.unit.rawValue, "read": amount.amountText]
      if unit.isStated { findings.append(Finding(.unitContradicts, values)) }
      if own != .tenThousandYuan { findings.append(Finding(.unitConverted, values)) }
    }
    return Reading(amount, findings)
  }

  private static func notANumber(_ words: String) -> Reading<Decimal?> {
    Reading(nil, [Finding(.notANumber, ["found": words.trimmed])])
  }
}
