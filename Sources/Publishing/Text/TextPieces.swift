/// Cuts a text that no single row can show into pieces for rows below each other.
///
/// Pieces put one behind the other are the text again, character for character. A cut falls, where there is any choice, between two
/// characters that are no white space, so that reading a piece may trim it and still lose nothing; and no piece is the same as the one
/// before it, which a reader could take for a heading repeated by a page break.
enum TextPieces {
  /// - Parameter maximumLines: What a row can show, at least 1.
  static func cut(_ text: String, _ setting: TextSetting, maximumLines: Int) -> [Substring] {
    guard text.utf8.count > maximumLines else { return [text[...]] }
    var starts: [String.Index] = [text.startIndex]
    setting.eachLineStart(text) { starts.append($0) }
    guard starts.count > maximumLines else { return [text[...]] }
    var pieces: [Substring] = []
    var begin = text.startIndex
    var line = 0
    while starts.count - line > maximumLines {
      var next = line + maximumLines
      // Up to a quarter of the row may stay empty for a cut that is no white space.
      let lowest = max(line + 1, next - max(1, maximumLines / 4))
      if let good = stride(from: next, through: lowest, by: -1).first(where: { isGood(starts[$0], in: text) }) {
        next = good
      } else if let inside = goodCut(before: starts[next], after: starts[next - 1], in: text) {
        // Every line ends a paragraph: cut the last one in two.
        pieces.append(text[begin..<inside])
        begin = inside
        line = next - 1
        starts[line] = inside
        continue
      } else {
        while next > line + 1, !isWhole(starts[next], in: text) { next -= 1 }
      }
      if text[begin..<starts[next]] == pieces.last, next > line + 1 { next -= 1 }
      pieces.append(text[begin..<starts[next]])
      begin = starts[next]
      line = next
    }
    pieces.append(text[begin...])
    return pieces
  }

  /// Whether the place lies between two whole characters that are no white space.
  private static func isGood(_ place: String.Index, in text: String) -> Bool {
    guard place > text.startIndex, place < text.endIndex, isWhole(place, in: text) else { return false }
    return !text[place].isWhitespace && !text[text.index(before: place)].isWhitespace
  }

  /// Whether the place lies between two characters, not inside one that is made of several.
  private static func isWhole(_ place: String.Index, in text: String) -> Bool {
    place == text.endIndex || text.rangeOfCharacter(at: place) == place
  }

  private static func goodCut(before end: String.Index, after start: String.Index, in text: String) -> String.Index? {
    var place = end
    while place > start {
      place = text.index(before: place)
      if place > start, isGood(place, in: text) { return place }
    }
    return nil
  }
}

extension String {
  /// Where the character begins that this place lies in.
  fileprivate func rangeOfCharacter(at place: Index) -> Index {
    place == endIndex ? endIndex : index(before: index(after: place))
  }
}
