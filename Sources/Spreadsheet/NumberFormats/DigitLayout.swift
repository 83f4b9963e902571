/// A run of figures with a point: where the figures of a number go.
struct DigitLayout: Sendable {
  private enum Piece: Sendable {
    /// A place for a figure: `0`, `#` or `?`.
    case place(UInt8)
    case text([UInt8])
  }

  private let integer: [Piece]
  private let fraction: [Piece]
  private let hasPoint: Bool
  private let isGrouped: Bool
  let integerPlaces: Int
  let fractionPlaces: Int
  /// Commas behind the last figure in front of the point: each divides by 1,000.
  let scalingCommas: Int

  /// - Parameter showsLastPlace: Whether at least one figure is shown, whatever the last place says.
  init(_ tokens: ArraySlice<FormatSection.Token>, showsLastPlace: Bool = false) {
    var tokens = Array(tokens)
    if showsLastPlace, let last = tokens.lastIndex(where: { $0.isDigit }) { tokens[last] = .digit(UInt8(ascii: "0")) }
    let point = tokens.firstIndex(of: .point)
    hasPoint = point != nil
    let integerTokens = tokens[..<(point ?? tokens.count)]
    let fractionTokens = point.map { tokens[($0 + 1)...] } ?? []
    integer = Self.pieces(integerTokens)
    fraction = Self.pieces(fractionTokens)
    integerPlaces = integerTokens.count { $0.isDigit }
    fractionPlaces = fractionTokens.count { $0.isDigit }
    let lastDigit = integerTokens.lastIndex { $0.isDigit }
    let firstDigit = integerTokens.firstIndex { $0.isDigit }
    let behind = lastDigit.map { integerTokens[($0 + 1)...].prefix { $0 == .comma }.count } ?? 0
    let behindFraction =
      fractionTokens.lastIndex { $0.isDigit }.map { fractionTokens[($0 + 1)...].prefix { $0 == .comma }.count } ?? 0
    scalingCommas = behind + behindFraction
    if let firstDigit, let lastDigit {
      isGrouped = integerTokens[firstDigit...lastDigit].contains(.comma)
    } else {
      isGrouped = false
    }
  }

  private static func pieces(_ tokens: ArraySlice<FormatSection.Token>) -> [Piece] {
    tokens.compactMap { token in
      switch token {
      case .digit(let place): .place(place)
      case .literal(let text): .text(Array(text.utf8))
      case .percent: .text([UInt8(ascii: "%")])
      case .point: .text([UInt8(ascii: ".")])
      default: nil
      }
    }
  }

  func fill(_ digits: DecimalDigits) -> String {
    var text: [UInt8] = []
    fill(digits.integer.span, digits.fraction.span, &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// A whole number, as a fraction has three of them.
  func fill(_ number: UInt64, _ text: inout [UInt8]) {
    number.withFigures { fill($0, Span(), &text) }
  }

  private func fill(_ integer: Span<UInt8>, _ fraction: Span<UInt8>, _ text: inout [UInt8]) {
    text.reserveCapacity(text.count + 32)
    fillInteger(integer, &text)
    if hasPoint { text.append(UInt8(ascii: ".")) }
    fillFraction(fraction, &text)
  }

  /// The last figure goes to the last place; figures that have no place of their own stand in front of the first place.
  private func fillInteger(_ figures: Span<UInt8>, _ text: inout [UInt8]) {
    // Figures and blanks still to be written.
    var left = figures.count
    if figures.count < integerPlaces {
      var place = figures.count - integerPlaces
      for case .place(let kind) in integer {
        if place < 0, Self.filler(kind) != nil { left += 1 }
        place += 1
      }
    }
    func put(_ figure: UInt8) {
      text.append(figure)
      left -= 1
      // The comma behind a blank place is blank too.
      if isGrouped, left > 0, left % 3 == 0 { text.append(figure == UInt8(ascii: " ") ? figure : UInt8(ascii: ",")) }
    }
    var index = figures.count - integerPlaces
    for piece in integer {
      switch piece {
      case .place(let kind):
        if index == figures.count - integerPlaces { for place in 0..<max(0, index) { put(figures[place] + 48) } }
        if index >= 0 { put(figures[index] + 48) } else if let filler = Self.filler(kind) { put(filler) }
        index += 1
      case .text(let bytes): text += bytes
      }
    }
    // A section without places in front of the point shows the figures all the same: .00 for 1.5 is 1.50.
    if integerPlaces == 0, hasPoint { for index in figures.indices { text.append(figures[index] + 48) } }
  }

  private func fillFraction(_ figures: Span<UInt8>, _ text: inout [UInt8]) {
    let significant = (figures.indices.last { figures[$0] != 0 } ?? -1) + 1
    var index = 0
    for piece in fraction {
      switch piece {
      case .place(let kind):
        if index < significant {
          text.append(figures[index] + 48)
        } else if let filler = Self.filler(kind) {
          text.append(filler)
        }
        index += 1
      case .text(let bytes): text += bytes
      }
    }
  }

  /// What a place without a figure shows.
  private static func filler(_ place: UInt8) -> UInt8? {
    switch place {
    case UInt8(ascii: "0"): place
    case UInt8(ascii: "?"): UInt8(ascii: " ")
    default: nil
    }
  }
}
