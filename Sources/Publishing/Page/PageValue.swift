import Foundation
import TrackingModel

/// What a cell of a page holds.
enum PageValue: Hashable {
  case blank
  case text(String)
  /// A number by its decimal digits, as short as they are, and the format that shows all of them.
  case number(String, format: String)

  init(_ text: String?) {
    self = text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank
  }

  /// An amount or a rate: a number in `0.00####`, without thousands marks, with more places where it has more. One with more
  /// digits than a spreadsheet keeps is a text.
  init(amount: Decimal?) {
    guard let amount else {
      self = .blank
      return
    }
    let digits = amount.description
    guard Self.significantDigits(digits) <= 15 else {
      self = .text(amount.amountText)
      return
    }
    let places = -amount.exponent
    let format = places <= 6 ? "0.00####" : "0.00" + String(repeating: "#", count: places - 2)
    self = .number(digits, format: format)
  }

  /// A planned or actual value: a number with the places it is given with, where it is written as one (`-?(0|[1-9]\d*)(\.\d+)?`, at
  /// most 15 digits), else a text. `-0.00` stays a text: as a number it would lose its sign.
  init(result text: String?) {
    guard let text, let places = Self.places(text) else {
      self.init(text)
      return
    }
    var digits = text.utf8[...]
    if places > 0 {
      while digits.last == UInt8(ascii: "0") { digits.removeLast() }
      if digits.last == UInt8(ascii: ".") { digits.removeLast() }
    }
    let number = String(Substring(digits))
    self = number == "-0" ? .text(text) : .number(number, format: Self.format(places))
  }

  private static func format(_ places: Int) -> String {
    switch places {
    case 0: "0"
    case 2: "0.00"
    default: "0." + String(repeating: "0", count: places)
    }
  }

  private static func significantDigits(_ number: String) -> Int {
    let leading = number.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    return leading.count { $0 != UInt8(ascii: ".") }
  }

  /// The decimal places of a plainly written number of at most 15 digits; nil for any other text.
  private static func places(_ text: String) -> Int? {
    var digits = 0
    var places: Int?
    var leadingZero = false
    let bytes = text.utf8
    for byte in bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...] {
      switch byte {
      case UInt8(ascii: ".") where digits > 0 && places == nil: places = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if places != nil { places? += 1 } else if leadingZero { return nil }
        if digits == 0 { leadingZero = byte == UInt8(ascii: "0") }
        digits += 1
      default: return nil
      }
    }
    guard digits > 0, digits <= 15, places != 0 else { return nil }
    return places ?? 0
  }
}
