import Foundation

/// Expenditure over budget, in percent.
struct ExecutionRate {
  /// The exact quotient to 38 digits.
  let percent: Decimal

  /// - Parameter budget: Not zero.
  init(of expenditure: Decimal, in budget: Decimal) { percent = expenditure * 100 / budget }

  /// To two decimals, further ones cut off, as the official form prints it.
  var truncated: Decimal {
    var exact = percent
    var result = Decimal()
    NSDecimalRound(&result, &exact, 2, percent < 0 ? .up : .down)
    return result
  }

  /// Whether a form may print this rate so: off by less than one unit of the last digit printed, however it was rounded.
  ///
  /// A zero is taken as `0.00`, as forms print it.
  func isPrinted(as printed: Decimal) -> Bool {
    let decimals = printed == 0 ? 2 : max(0, -printed.exponent)
    let unit = Decimal(sign: .plus, exponent: -decimals, significand: 1)
    return (percent > printed ? percent - printed : printed - percent) <= unit
  }
}
