import Foundation
import TrackingModel

/// A number whose digits a spreadsheet program shows just as they are written, given a format with as many decimals.
struct WrittenNumber {
  let value: Decimal
  let decimals: Int

  /// Reads `-?(0|[1-9][0-9]*)(\.[0-9]+)?` with at most 15 digits, which is what a cell can hold exactly. Nil for anything else, and for a negative
  /// zero, whose sign a cell would not show.
  init?(_ text: String) {
    let digits = text.utf8.count { (48...57).contains($0) }
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let halves = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard digits <= 15, let whole = halves.first, whole == "0" || !whole.hasPrefix("0"),
      let value = Decimal(plain: text), value != 0 || text == unsigned
    else { return nil }
    self.value = value
    decimals = halves.count == 2 ? halves[1].utf8.count : 0
  }
}

extension Decimal {
  /// How many digits the number has from its first to its last that is no zero.
  var significantDigits: Int {
    var digits = significand.description.utf8.drop { $0 == UInt8(ascii: "-") }
    while digits.last == UInt8(ascii: "0") { digits = digits.dropLast() }
    return digits.count
  }
}
