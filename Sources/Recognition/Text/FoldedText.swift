import TrackingModel

/// Words with their typing habits taken off: what a number, unit or period is read from, never what is kept.
///
/// Full-width forms U+FF01 to U+FF5E become ASCII, every kind of space becomes U+0020, zero-width characters go, the many minus
/// signs become `-`, `￥` becomes `¥`. Ends are trimmed. This is the part of NFKC that money and months need.
struct FoldedText: Hashable {
  let text: String
  /// Whether a full-width character stood there: such a repair is reported.
  let hadFullWidth: Bool

  init(_ source: String) {
    // Nearly every value of a ledger is plain ASCII; it must not cost a walk over characters.
    if source.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) {
      text = source
      hadFullWidth = false
      return
    }
    var folded = String.UnicodeScalarView()
    var sawFullWidth = false
    for scalar in source.unicodeScalars {
      guard let plain = Self.fold(scalar) else { continue }
      if plain != scalar, (0xFF01...0xFF5E).contains(scalar.value) || scalar.value == 0xFFE5 { sawFullWidth = true }
      folded.append(plain)
    }
    text = String(folded).trimmed
    hadFullWidth = sawFullWidth
  }

  /// The words without any white space.
  var compact: String { text.contains(" ") ? text.filter { $0 != " " } : text }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0x00AD: nil
    case 0x2212, 0xFE63, 0x2010, 0x2011: "-"
    case 0xFFE5: "¥"
    case 9, 10, 13, 0x00A0, 0x3000, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: " "
    default: scalar
    }
  }
}

extension String {
  /// The text without white space and zero-width characters at its ends; full-width and no-break spaces are white space.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first.isInvisible || last.isInvisible else { return self }
    guard let start = scalars.firstIndex(where: { !$0.isInvisible }),
      let end = scalars.lastIndex(where: { !$0.isInvisible })
    else { return "" }
    return String(scalars[start...end])
  }

  /// Whether nothing is to be seen.
  var isBlank: Bool {
    // Most texts begin with a Chinese character.
    if let first = utf8.first, first >= 0xE4, first <= 0xE9 { return false }
    return unicodeScalars.allSatisfy(\.isInvisible)
  }
}
