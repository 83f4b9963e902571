import TrackingModel

/// Both levels of an indicator in one cell: `产出指标-数量指标`, `效益指标/社会效益指标`, or glued together by an extraction.
struct LevelPair {
  let level1: String
  let level2: String

  init?(_ text: String) {
    guard text.utf8.count < 120 else { return nil }
    let pieces = text.unicodeScalars.split(whereSeparator: Self.isBetween)
    let (first, second): (String, String)
    if pieces.count == 2 {
      (first, second) = (String(pieces[0]), String(pieces[1]))
    } else if pieces.count == 1, let end = text.firstRange(exactly: "指标")?.upperBound, end < text.endIndex {
      (first, second) = (String(text[..<end]), String(text[end...]))
    } else {
      return nil
    }
    guard let level1 = IndicatorCatalog.level1(first), let level2 = IndicatorCatalog.level2(second),
      IndicatorCatalog.accepts(level2: level2, under: level1)
    else { return nil }
    self.level1 = level1
    self.level2 = level2
  }

  private static func isBetween(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "—", "–", "－", "/", "／", "、", ">", "→", "·": true
    case "\u{A}"..."\u{D}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
