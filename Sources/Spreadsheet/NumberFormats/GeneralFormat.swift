/// The format of cells without one: as many figures as eleven characters hold.
enum GeneralFormat {
  /// What Excel shows in a wide column: `6883.62`, `1.23457E+11`, `0.333333333`. A minus sign is not counted.
  static func text(of number: ExactNumber) -> String {
    if number.significand == 0 { return "0" }
    // As many characters as fit, decided by the number of figures: most numbers need nothing else.
    if number.exponent <= 0, number.exponent >= -9 {
      let figures = number.figureCount
      let length = number.exponent == 0 ? figures : max(figures, 1 - number.exponent) + 1
      if length <= width { return number.plainText }
    }
    let size = ExactNumber(abs(number.significand), exponent: number.exponent)
    let text = unsigned(size)
    return number.significand < 0 ? "-" + text : text
  }

  private static let width = 11

  private static func unsigned(_ size: ExactNumber) -> String {
    if size.exponent == 0 {
      let digits = String(size.significand)
      if digits.utf8.count <= width { return digits }
    }
    let magnitude = String(size.significand).utf8.count + size.exponent - 1
    if magnitude < 11, magnitude >= -9 {
      let plain = DecimalDigits(size).text
      if plain.utf8.count <= width { return plain }
      if magnitude >= -4 {
        var digits = DecimalDigits(size, places: magnitude < 0 ? 9 : max(0, 9 - magnitude))
        digits.dropTrailingZeros()
        if digits.integer.count <= width { return digits.text }
      }
    }
    return scientific(size, magnitude: magnitude)
  }

  private static func scientific(_ size: ExactNumber, magnitude: Int) -> String {
    var magnitude = magnitude
    // Eleven characters in all: an exponent of three figures takes one from the number.
    func places(_ magnitude: Int) -> Int { abs(magnitude) < 100 ? 5 : 4 }
    var digits = DecimalDigits(size, shift: -magnitude, places: places(magnitude))
    if digits.integer.count > 1 {
      magnitude += 1
      digits = DecimalDigits(size, shift: -magnitude, places: places(magnitude))
    }
    digits.dropTrailingZeros()
    let power = String(abs(magnitude))
    return digits.text + (magnitude < 0 ? "E-" : "E+") + (power.utf8.count < 2 ? "0" + power : power)
  }
}
