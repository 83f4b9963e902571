/// A run of figures with a point: where the figures of a number go.
struct DigitLayout {
  private let integerTokens: ArraySlice<FormatSection.Token>
  private let fractionTokens: ArraySlice<FormatSection.Token>
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
    self.integerTokens = integerTokens
    self.fractionTokens = fractionTokens
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

  func fill(_ digits: DecimalDigits) -> String {
    integerText(digits.integer) + (hasPoint ? "." : "") + fractionText(digits.fraction)
  }

  /// From right to left; figures that have no place of their own stand in front of the first place.
  private func integerText(_ figures: [UInt8]) -> String {
    var reversed: [Character] = []
    var left = figures[...]
    var written = 0
    var placesLeft = integerPlaces
    // The comma in front of a blank place is blank too.
    func put(_ figure: Character) {
      if isGrouped, written > 0, written % 3 == 0 { reversed.append(figure == " " ? " " : ",") }
      reversed.append(figure)
      written += 1
    }
    // A section without places in front of the point shows the figures all the same: .00 for 1.5 is 1.50.
    if integerPlaces == 0, hasPoint { while let figure = left.popLast() { put(Character(UnicodeScalar(figure + 48))) } }
    for token in integerTokens.reversed() {
      switch token {
      case .digit(let place):
        placesLeft -= 1
        if let figure = left.popLast() {
          put(Character(UnicodeScalar(figure + 48)))
        } else if place == UInt8(ascii: "0") {
          put("0")
        } else if place == UInt8(ascii: "?") {
          put(" ")
        }
        if placesLeft == 0 { while let figure = left.popLast() { put(Character(UnicodeScalar(figure + 48))) } }
      case .literal(let text): reversed += text.reversed()
      case .percent: reversed.append("%")
      default: break
      }
    }
    return String(reversed.reversed())
  }

  private func fractionText(_ figures: [UInt8]) -> String {
    let significant = (figures.lastIndex { $0 != 0 } ?? -1) + 1
    var result = ""
    var index = 0
    for token in fractionTokens {
      switch token {
      case .digit(let place):
        if index < significant || place == UInt8(ascii: "0") {
          result.unicodeScalars.append(UnicodeScalar((index < figures.count ? figures[index] : 0) + 48))
        } else if place == UInt8(ascii: "?") {
          result += " "
        }
        index += 1
      case .literal(let text): result += text
      case .percent: result += "%"
      case .point: result += "."
      default: break
      }
    }
    return result
  }
}
