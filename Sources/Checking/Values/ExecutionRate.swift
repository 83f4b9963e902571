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
  /// - Parameter formDecimals: The most decimals that any rate of the form has. `50.00` reaches the model as 50; beside a 48.52
  ///   it must be exact to the hundredth, while a form with whole percents throughout is taken at its word.
  func isPrinted(as printed: Decimal, formDecimals: Int = 0) -> Bool {
    let decimals = printed == 0 ? 2 : max(Self.decimals(of: printed), min(formDecimals, 2))
    let unit = Decimal(sign: .plus, exponent: -decimals, significand: 1)
    return (percent > printed ? percent - printed : printed - percent) <= unit
  }

  /// Digits behind the point, trailing zeros not counted.
  static func decimals(of rate: Decimal) -> Int { max(0, -rate.exponent) }
}
