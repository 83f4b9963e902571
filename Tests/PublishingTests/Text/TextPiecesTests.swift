import Testing

@testable import Publishing

@Suite struct TextPiecesTests {
  private let setting = TextSetting(width: 104.5, size: 10)

  @Test(arguments: [
    ("", 1), ("一二三四五六七八九", 1), ("一二三四五六七八九十", 2), ("一\n二\n三", 3), ("一二三四五六七八九。", 2),
    ("住宅小区 Building Information", 3), (String(repeating: "x", count: 40), 3),
  ])
  func linesAreCounted(text: String, lines: Int) { #expect(setting.lines(text) == lines) }

  @Test(arguments: 0..<40)
  func piecesAreTheTextAgain(seed: Int) {
    var generator = FormGenerator(seed: UInt64(seed))
    var text = generator.prose() + generator.prose()
    if seed % 4 == 0 { text = String(repeating: "提升小区居住环境，满足市民向往。", count: 60) }
    if seed % 4 == 1 { text = (0..<90).map { "\($0)." }.joined(separator: "\n") }
    for lines in [1, 2, 5, 20] {
      let pieces = TextPieces.cut(text, setting, maximumLines: lines)
      #expect(pieces.joined() == text)
      for piece in pieces.dropLast() { #expect(setting.lines(String(piece)) <= lines + 1 && !piece.isEmpty) }
      if lines > 2 { #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0 != $1 }) }
    }
  }

  @Test func aCutStandsBetweenWordsAndNotAtWhiteSpace() {
    let text = (0..<60).map { "第\($0)项工作已按计划完成。" }.joined(separator: "\n")
    let pieces = TextPieces.cut(text, setting, maximumLines: 10)
    #expect(pieces.count > 5)
    for (one, other) in zip(pieces, pieces.dropFirst()) {
      #expect(one.last?.isWhitespace == false && other.first?.isWhitespace == false)
    }
  }

  @Test func charactersOfSeveralScalarsStayWhole() {
    let text = String(repeating: "家👨‍👩‍👧‍👦é", count: 80)
    #expect(TextPieces.cut(text, setting, maximumLines: 3).map(\.count).reduce(0, +) == text.count)
  }
}
