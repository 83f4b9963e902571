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

  /// Rounded halves away from zero, without zeros at the end.
  private static func scientific(_ size: ExactNumber, magnitude: Int) -> String {
    // Eleven characters in all: an exponent of three figures takes one from the number.
    let kept = abs(magnitude) < 100 ? 6 : 5
    let dropped = max(0, size.figureCount - kept)
    let unit = powerOfTen(dropped)
    var figures = (size.significand.magnitude + unit / 2) / unit
    // 999,999.5 has a figure more when it is rounded, and that is a 1 with zeros behind it.
    let power = figures == powerOfTen(kept) ? magnitude + 1 : magnitude
    while figures > 0, figures % 10 == 0 { figures /= 10 }
    return DecimalText.make(capacity: 16) { text in
      text.putInteger(UInt64(power.magnitude), atLeast: 2, isGrouped: false)
      text.put(UInt8(ascii: power < 0 ? "-" : "+"))
      text.put(UInt8(ascii: "E"))
      if figures >= 10 {
        while figures >= 10 { text.putFigures(of: &figures, count: 1) }
        text.put(UInt8(ascii: "."))
      }
      text.putFigures(of: &figures, count: 1)
    }
  }

  private static func powerOfTen(_ exponent: Int) -> UInt64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
