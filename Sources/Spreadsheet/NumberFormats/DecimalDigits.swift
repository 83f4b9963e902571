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
    let figures = number.significand.magnitude.withFigures { figures in
      [UInt8](unsafeUninitializedCapacity: figures.count) { buffer, filled in
        for index in figures.indices { buffer[index] = figures[index] }
        filled = figures.count
      }
    }
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

extension UInt64 {
  /// Calls `body` with the figures, values from 0 to 9, none of zero; no memory is allocated for them.
  func withFigures<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    var places = InlineArray<20, UInt8>(repeating: 0)
    var start = places.count
    var rest = self
    while rest > 0 {
      start -= 1
      places[start] = UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return body(places.span.extracting(start...))
  }
}
