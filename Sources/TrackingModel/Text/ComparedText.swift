import Foundation

/// Text as comparisons see it: compatibility forms folded (NFKC), white space and invisible characters gone.
///
/// Every cell of a sheet is compared, so this works on scalars; Characters would cost tens of times as much.
package enum ComparedText {
  /// The folded text.
  package static func fold(_ text: String) -> String { String(scalars(of: text)) }

  /// The folded text as scalars.
  package static func scalars(of text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x21...0x7E, 0x4E00...0x9FFF: result.append(scalar)
      case 9, 10, 13, 0x20, 0x3000: continue
      default:
        guard let plain = foldedAlone(scalar) else { return normalized(text) }
        result.append(plain)
      }
    }
    return result
  }

  /// What NFKC makes of a scalar that stands for itself in every surrounding; nil where the whole text has to be asked.
  private static func foldedAlone(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xB7, 0xD7, 0x2013...0x2016, 0x2018...0x201D, 0x2022, 0x203B, 0x221A, 0x2264, 0x2265, 0x25A0...0x25FF, 0x2605,
      0x2606,
      0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301D, 0x3400...0x4DBF:
      scalar
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: nil
    }
  }

  /// Foundation takes the square of a text's length for some scalars, so a long text goes in pieces, each of which begins with a scalar that
  /// never composes with one before it.
  private static func normalized(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var piece = String.UnicodeScalarView()
    var length = 0
    func addPiece() {
      let plain = String(piece).precomposedStringWithCompatibilityMapping
      result += plain.unicodeScalars.lazy.filter { !$0.isInvisible }
      piece = String.UnicodeScalarView()
      length = 0
    }
    for scalar in text.unicodeScalars {
      if length >= pieceLength, beginsAnew(scalar) { addPiece() }
      piece.append(scalar)
      length += 1
    }
    addPiece()
    return result
  }

  private static let pieceLength = 256

  private static func beginsAnew(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9...0x7E, 0x2026, 0x4E00...0x9FFF: true
    default: foldedAlone(scalar) != nil
    }
  }

  /// The text for names: besides, brackets, dashes, quotation marks and list marks of one kind.
  package static func name(_ text: String) -> String { String(nameScalars(of: text)) }

  /// The text for names as scalars.
  package static func nameScalars(of text: String) -> [Unicode.Scalar] {
    let folded = scalars(of: text)
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(folded.count)
    for scalar in folded {
      switch scalar {
      case "【", "〔", "[", "{": result.append("(")
      case "】", "〕", "]", "}": result.append(")")
      case "—", "–", "‐", "‑", "−", "－", "―", "~", "～", "-": if result.last != "-" { result.append("-") }
      case "“", "”", "\"", "‘", "’", "'", "「", "」", "『", "』": result.append("'")
      case "·", "•", "・", "‧": result.append("·")
      case ",", "、", ";": result.append(",")
      default: result.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether nothing is to be seen of it: white space of any width, controls, and formats of no width such as U+200B.
  package var isInvisible: Bool {
    switch value {
    case 0x21...0x7E, 0x4E00...0x9FFF, 0x3001...0x3020, 0xFF01...0xFF5E: false
    case 9...13, 32, 0x3000: true
    default:
      switch properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Whether the words stand somewhere in the text.
  package func contains(words: [Unicode.Scalar]) -> Bool {
    guard let first = words.first, count >= words.count else { return words.isEmpty }
    for start in startIndex...(endIndex - words.count) where self[start] == first {
      if self[start...].starts(with: words) { return true }
    }
    return false
  }
}

extension String {
  /// The text of these scalars.
  @inlinable
  package init(_ scalars: some Collection<Unicode.Scalar>) {
    self.init(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
      var count = 0
      for scalar in scalars {
        for byte in UTF8.encode(scalar).unsafelyUnwrapped {
          bytes[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
