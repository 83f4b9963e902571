import Findings
import Foundation
import Spreadsheet

/// Reads 执行率 as a percentage: 48.52 for `48.52`, `48.52%`, `４８．５２％` and for 0.4852 under a percent format.
///
/// Where a number cannot be the percentage that the amounts give, but its hundredfold (or, under a percent format, its hundredth)
/// can, that one counts, with a warning that gives both readings. The printed digits are kept, never the computed ones.
enum RateReader {
  /// - Parameter computed: 跟踪期执行数 ÷ 跟踪期预算数 in percent, the form's rule; nil where it cannot be computed.
  static func read(_ cell: Cell, computed: Decimal?) -> Reading<Decimal?> {
    switch cell.kind {
    case .number:
      guard let number = cell.number else { return notANumber(cell.text) }
      guard cell.isPercent else { return resolve(number, found: cell.text, computed: computed) }
      return resolvePercentFormat(number, found: cell.text, computed: computed)
    case .text: return read(cell.text, computed: computed)
    case .date:
      guard let number = cell.number else { return notANumber(cell.text) }
      var reading = resolve(number, found: cell.text, computed: computed)
      reading.findings.append(Finding(.numberShownAsDate, ["found": cell.text, "read": number.amountText]))
      return reading
    case .boolean: return notANumber(cell.text)
    case .error: return Reading(nil, [Finding(.cellHoldsError, ["found": cell.text])])
    case .formulaWithoutValue: return Reading(nil, [Finding(.formulaHasNoResult, ["found": cell.text])])
    }
  }

  /// The rate that words state.
  static func read(_ words: String, computed: Decimal?) -> Reading<Decimal?> {
    if NoneMark.isNone(words) { return Reading(nil) }
    let folded = FoldedText(words)
    guard let number = NumberInWords(folded.compact, takesPercent: true) else {
      guard NumberInWords.hasDecimalComma(folded.compact) else { return notANumber(words) }
      return Reading(nil, [Finding(.decimalComma, ["found": words.trimmed])])
    }
    var reading =
      number.isPercent
      ? Reading<Decimal?>(number.value) : resolve(number.value, found: words.trimmed, computed: computed)
    if number.isScientific {
      reading.findings.append(
        Finding(.scientificNotation, ["found": words.trimmed, "read": number.value.description]))
    }
    if folded.hadFullWidth {
      reading.findings.append(Finding(.fullWidthFolded, ["found": words.trimmed, "read": folded.text]))
    }
    return reading
  }

  /// 跟踪期执行数 ÷ 跟踪期预算数 in percent, unrounded; nil where one is missing or the budget is zero.
  static func computed(expenditure: Decimal?, budget: Decimal?) -> Decimal? {
    guard let expenditure, let budget, budget != 0 else { return nil }
    return expenditure * 100 / budget
  }

  /// A number without any percent sign.
  private static func resolve(_ number: Decimal, found: String, computed: Decimal?) -> Reading<Decimal?> {
    let hundredfold = number * 100
    if let computed {
      if agrees(number, with: computed) { return Reading(number) }
      if number != 0, agrees(hundredfold, with: computed) {
        return Reading(hundredfold, [doubt(found, read: hundredfold, other: number)])
      }
    }
    // Above one it is a percentage by itself; that it disagrees with the amounts is for the rules of the form to say.
    guard number > 0, number < 1 else { return Reading(number) }
    return Reading(number, [doubt(found, read: number, other: hundredfold)])
  }

  /// A number under `0.00%`: shown times 100 by the spreadsheet program.
  private static func resolvePercentFormat(
    _ number: Decimal, found: String, computed: Decimal?
  ) -> Reading<Decimal?> {
    let shown = number * 100
    guard let computed, number > 1, !agrees(shown, with: computed), agrees(number, with: computed) else {
      return Reading(shown)
    }
    return Reading(number, [doubt(found, read: number, other: shown)])
  }

  /// Whether a printed rate is the computed one up to its last digit, however the system that printed it rounds.
  private static func agrees(_ printed: Decimal, with computed: Decimal) -> Bool {
    let lastDigit = Decimal(sign: .plus, exponent: min(printed.exponent, 0), significand: 1)
    let tolerance = max(min(lastDigit, 1), Decimal(sign: .plus, exponent: -2, significand: 1))
    let difference = printed - computed
    return (difference < 0 ? -difference : difference) <= tolerance
  }

  private static func doubt(_ found: String, read: Decimal, other: Decimal) -> Finding {
    Finding(.rateInDoubt, ["found": found.trimmed, "read": read.amountText, "other": other.amountText])
  }

  private static func notANumber(_ words: String) -> Reading<Decimal?> {
    Reading(nil, [Finding(.notANumber, ["found": words.trimmed])])
  }
}
