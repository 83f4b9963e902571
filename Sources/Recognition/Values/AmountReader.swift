import Findings
import Foundation
import Spreadsheet

/// Reads an amount of money into exact 万元.
///
/// A number cell counts with its stored value, to 15 digits, whatever its format shows; a text has to be one whole number:
/// `1,234.50`, `¥123.45`, `123.45万元`, `(12.30)` and `12.30-` for negatives, in any width, or one with words that explain it (see
/// `AmountInWords`). `1,23` and `12abc` are no numbers. A format that shows a unit or moves the point (`0.00"元"`, `0!.0000`) counts as
/// the unit of its cell.
enum AmountReader {
  /// The unit that amounts without one are in, as far as it is stated.
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
      if cell.formatHasWords || cell.formatScale != 0 { return readShown(number, of: cell, unit: unit) }
      return Reading(unit.unit.inTenThousandYuan(number))
    case .text: return read(cell.text, unit: unit)
    case .date:
      // What is stored counts, whatever a format makes of it.
      guard let number = cell.number else { return notANumber(cell.text) }
      let amount = unit.unit.inTenThousandYuan(number)
      return Reading(amount, [Finding(.numberShownAsDate, ["found": cell.text, "read": amount.amountText])])
    case .boolean: return notANumber(cell.text)
    case .error: return Reading(nil, [Finding(.cellHoldsError, ["found": cell.text])])
    case .formulaWithoutValue: return Reading(nil, [Finding(.formulaHasNoResult, ["found": cell.text])])
    }
  }

  /// Whether the cell states the unit of its own amount, in words or by its format.
  static func hasOwnUnit(_ cell: Cell) -> Bool {
    switch cell.kind {
    case .text: NumberInWords(FoldedText(cell.text).compact, takesUnit: true)?.unit != nil
    case .number:
      cell.formatHasWords && AmountUnit(behind: cell.text) != nil || AmountUnit(ofScale: cell.formatScale) != nil
    default: false
    }
  }

  /// Whether the words are an amount, or say at least that one was meant: with other words around it, with a decimal comma.
  static func isAmount(_ words: String) -> Bool {
    // Without a figure, of full width or not, there is no amount.
    guard words.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == 0xEF }) else { return false }
    let text = FoldedText(words).compact
    return NumberInWords(text, takesUnit: true, takesPercent: true) != nil || NumberInWords.hasDecimalComma(text)
      || AmountInWords(text) != nil
  }

  /// A number whose format shows a unit or moves its point: what is shown counts, to all stored digits.
  private static func readShown(_ number: Decimal, of cell: Cell, unit: Unit) -> Reading<Decimal?> {
    let scale = cell.formatScale
    let shown = number * Decimal(sign: .plus, exponent: -scale, significand: 1)
    let found = cell.text.trimmed
    let own = cell.formatHasWords ? AmountUnit(behind: cell.text) : nil
    guard let shownUnit = own ?? AmountUnit(ofScale: scale) else {
      let amount = unit.unit.inTenThousandYuan(shown)
      if scale == 0 || number == 0 { return Reading(amount) }
      return Reading(
        amount,
        [
          Finding(
            .amountScaled,
            [
              "found": found, "stored": number.amountText, "read": amount.amountText,
              "other": unit.unit.inTenThousandYuan(number).amountText,
            ])
        ])
    }
    let amount = shownUnit.inTenThousandYuan(shown)
    var findings: [Finding] = []
    let values = [
      "found": found, "unit": shownUnit.rawValue, "stated": unit.unit.rawValue, "read": amount.amountText,
    ]
    if scale != 0, number != 0 {
      findings.append(
        Finding(
          .amountScaled,
          [
            "found": found, "stored": number.amountText, "read": amount.amountText,
            "other": unit.unit.inTenThousandYuan(number).amountText,
          ]))
    }
    if shownUnit != unit.unit {
      if unit.isStated { findings.append(Finding(.unitContradicts, values)) }
      if shownUnit != .tenThousandYuan { findings.append(Finding(.unitConverted, values)) }
    }
    return Reading(amount, findings)
  }

  /// The amount that words state, in 万元.
  static func read(_ words: String, unit: Unit) -> Reading<Decimal?> {
    if let plain = Decimal(plain: words) { return Reading(unit.unit.inTenThousandYuan(plain)) }
    if NoneMark.isNone(words) { return Reading(nil) }
    let folded = FoldedText(words)
    let compact = folded.compact
    let found = words.trimmed
    var findings: [Finding] = []
    var number = NumberInWords(compact, takesUnit: true)
    if number == nil, NumberInWords.hasDecimalComma(compact) {
      return Reading(nil, [Finding(.decimalComma, ["found": found])])
    }
    if number == nil, let inWords = AmountInWords(compact) {
      number = inWords.number
      findings.append(Finding(.amountAmongWords, ["found": found, "read": inWords.amount]))
    }
    guard let number else { return notANumber(words) }
    let amount = (number.unit ?? unit.unit).inTenThousandYuan(number.value)
    if folded.hadFullWidth, findings.isEmpty {
      findings.append(Finding(.fullWidthFolded, ["found": found, "read": folded.text]))
    }
    if number.isScientific {
      findings.append(Finding(.scientificNotation, ["found": found, "read": number.value.description]))
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
