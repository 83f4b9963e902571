/// The figures of a number without sign, to be rounded and laid into a format.
struct DecimalDigits {
  /// Figures in front of the point, without leading zeros.
  private(set) var integer: [UInt8] = []
  /// Figures behind the point.
  private(set) var fraction: [UInt8] = []

  /// - Parameters:
  ///   - shift: A power of ten to multiply by.
  ///   - places: How many places behind the point to round to, halves away from zero as Excel does; nil keeps all.
  init(_ number: ExactNumber, shift: Int = 0, places: Int? = nil) {
    let figures = Self.figures(of: number.significand.magnitude)
    let exponent = number.exponent + shift
    let point = figures.count + exponent
    if exponent == 0 {
      integer = figures
    } else if exponent > 0 {
      integer = figures + [UInt8](repeating: 0, count: figures.isEmpty ? 0 : exponent)
    } else if point > 0 {
      integer = Array(figures[..<point])
      fraction = Array(figures[point...])
    } else {
      fraction = [UInt8](repeating: 0, count: figures.isEmpty ? 0 : -point) + figures
    }
    if let places { round(to: places) }
  }

  /// None of zero.
  private static func figures(of number: UInt64) -> [UInt8] {
    var count = 0
    var rest = number
    while rest > 0 { (count, rest) = (count + 1, rest / 10) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      rest = number
      for place in (0..<count).reversed() {
        buffer[place] = UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      filled = count
    }
  }

  private mutating func round(to places: Int) {
    guard fraction.count > places else {
      fraction += [UInt8](repeating: 0, count: places - fraction.count)
      return
    }
    let roundsUp = fraction[places] >= 5
    fraction.removeSubrange(places...)
    guard roundsUp else { return }
    for index in fraction.indices.reversed() {
      if fraction[index] < 9 {
        fraction[index] += 1
        return
      }
      fraction[index] = 0
    }
    for index in integer.indices.reversed() {
      if integer[index] < 9 {
        integer[index] += 1
        return
      }
      integer[index] = 0
    }
    integer.insert(1, at: 0)
  }

  var isZero: Bool { integer.allSatisfy { $0 == 0 } && fraction.allSatisfy { $0 == 0 } }

  /// The figures as text, `0` in front of the point at least.
  var text: String {
    let whole = integer.isEmpty ? "0" : String(decoding: integer.map { $0 + 48 }, as: UTF8.self)
    return fraction.isEmpty ? whole : whole + "." + String(decoding: fraction.map { $0 + 48 }, as: UTF8.self)
  }

  /// Zeros in front up to so many figures before the point.
  mutating func fillInteger(to places: Int) {
    integer.insert(contentsOf: repeatElement(0, count: max(0, places - integer.count)), at: 0)
  }

  mutating func dropTrailingZeros() {
    while fraction.last == 0 { fraction.removeLast() }
  }
}
