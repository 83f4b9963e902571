import TrackingModel

/// A piece of a text that may stand in several cells.
struct ProsePiece {
  let cell: GridCell
  let text: String
  /// How many titles stand above it: a page may repeat what the one before it said.
  let page: Int
  /// The words of the label it belongs to.
  let label: String?
}

/// Puts a text together that takes several rows.
///
/// The official page cuts a text that no row can show, and its pieces behind each other are the text, with nothing between. Other
/// forms give each paragraph a row of its own.
enum LongText {
  static func join(_ pieces: [ProsePiece]) -> String? {
    var result = ""
    var before: ProsePiece?
    // The page on which each text stands first; pages follow one another.
    let hasPages = pieces.first?.page != pieces.last?.page
    let firstPages = hasPages ? Dictionary(pieces.map { ($0.text, $0.page) }, uniquingKeysWith: { min($0, $1) }) : [:]
    for piece in pieces where !NoneMark.isNone(piece.text) {
      if let before {
        // The heading of a further page says the same again.
        if piece.page != before.page, let first = firstPages[piece.text], first < piece.page { continue }
        if !isCut(before.text), isParagraph(before.text, piece.text) { result += "\n" }
      }
      result += piece.text
      before = piece
    }
    return TextReader.prose(result)
  }

  /// Whether a row was full: only then a text is cut in the middle.
  static func isCut(_ text: String) -> Bool {
    text.utf8.count + 20 * text.unicodeScalars.count(where: { $0 == "\n" }) >= 200
  }

  /// Whether the first text ends and the second begins as paragraphs do.
  private static func isParagraph(_ first: String, _ second: String) -> Bool {
    guard let last = first.last, let next = second.first, last != "\n", next != "\n" else { return false }
    return "。；;！？!?…:：".contains(last) || next.isNumber || "（(①②③④⑤⑥一二三四五六目".contains(next)
  }
}
