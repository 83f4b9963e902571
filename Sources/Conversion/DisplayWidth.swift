import Findings

/// How many columns of a terminal words take: a Chinese character takes two (Unicode Standard Annex 11, wide and full-width).
///
/// No more of a text is looked at than could be shown, so that a long one costs no more than a short one.
package enum DisplayWidth {
  /// The columns of the words on one line; `most` where they take as many or more.
  package static func of(_ text: some StringProtocol, atMost most: Int) -> Int {
    of(line: beginning(of: text, columns: most).words, atMost: most)
  }

  private static func of(line: String, atMost most: Int) -> Int {
    var width = 0
    for character in line {
      width += of(character)
      if width >= most { return most }
    }
    return width
  }

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

  /// The words, cleaned for a terminal, on one line of exactly this many columns: cut with `…` where they are longer, filled with blanks.
  package static func fit(_ text: some StringProtocol, to width: Int) -> String {
    let (line, isWhole) = beginning(of: text, columns: width)
    return fit(line: line, isWhole: isWhole, to: width)
  }

  private static func fit(line: String, isWhole: Bool, to width: Int) -> String {
    var kept = ""
    var used = 0
    var endOfShorter = (text: "", columns: 0)
    for character in line {
      let columns = of(character)
      if used + columns > width { return endOfShorter.text + "…" + blanks(width - endOfShorter.columns - 1) }
      kept.append(character)
      used += columns
      if used <= width - 1 { endOfShorter = (kept, used) }
    }
    if isWhole { return kept + blanks(width - used) }
    return endOfShorter.text + "…" + blanks(width - endOfShorter.columns - 1)
  }

  /// As `fit`, but no wider than the words are.
  package static func fit(_ text: some StringProtocol, toAtMost width: Int) -> String {
    let (line, isWhole) = beginning(of: text, columns: width)
    return fit(line: line, isWhole: isWhole, to: of(line: line, atMost: width))
  }

  /// As `fit`, but cut at the beginning: it is the end of a path that tells files apart.
  package static func fit(endOf text: String, to width: Int) -> String {
    let end = text.unicodeScalars.suffix(2 * width + 64)
    let isWhole = end.startIndex == text.unicodeScalars.startIndex
    let line = beginning(of: String(String.UnicodeScalarView(end)), columns: width).words
    if isWhole, of(line: line, atMost: width + 1) <= width { return fit(line: line, isWhole: true, to: width) }
    var kept: [Character] = []
    var used = 0
    for character in line.reversed() {
      let columns = of(character)
      if used + columns > width - 1 { break }
      kept.append(character)
      used += columns
    }
    return "…" + String(kept.reversed()) + blanks(width - 1 - used)
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// As much of the words as may fill the columns, cleaned, line breaks shown as `↵`; and whether that is all.
  private static func beginning(
    of text: some StringProtocol, columns: Int
  ) -> (words: String, isWhole: Bool) {
    // Two scalars a column and some more allow for accents, and for what has no width.
    let limit = 2 * columns + 64
    let scalars = text.unicodeScalars.prefix(limit)
    let isWhole = scalars.endIndex == text.unicodeScalars.endIndex
    let words = String(String.UnicodeScalarView(scalars))
    // Most are of one line; to look for Characters that end one costs more than the rest.
    guard scalars.contains(where: endsLine) else {
      return (TerminalText.cleaned(words), isWhole)
    }
    let lines = words.split(whereSeparator: \.isNewline)
    return (TerminalText.cleaned(lines.joined(separator: "↵")), isWhole)
  }

  /// As `Character.isNewline` has it.
  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
