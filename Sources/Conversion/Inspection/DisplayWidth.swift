/// How many columns of a terminal words take: a Chinese character takes two (Unicode Standard Annex 11, wide and full-width).
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + of($1) } }

  private static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    case 0..<0x20, 0x7F, 0x200B...0x200F, 0xFEFF: return 0
    default: return 1
    }
  }

  /// The words on one line of exactly this many columns: cut with `…` where they are longer, filled with blanks.
  static func fit(_ text: String, to width: Int) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: "↵").replacing("\t", with: " ")
    guard of(line) > width else { return line + String(repeating: " ", count: width - of(line)) }
    var kept = ""
    var used = 0
    for character in line {
      let columns = of(character)
      if used + columns > width - 1 { break }
      kept.append(character)
      used += columns
    }
    return kept + "…" + String(repeating: " ", count: max(0, width - used - 1))
  }
}
