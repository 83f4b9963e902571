import TrackingModel

/// The label that unknown words are most like: what a suggested profile proposes.
package struct LabelGuess: Hashable, Sendable {
  /// The label's identifier, under which a profile lists synonyms.
  package let identifier: String
  /// The known spelling that is so much alike.
  package let spelling: String
  /// From 0 to 1: how many neighboring pairs of characters both have, twice, over how many there are (Dice's coefficient).
  package let likeness: Double

  /// nil where nothing is much alike, and for words that are known already.
  package init?(_ words: String, atLeast threshold: Double = 0.4) {
    guard let key = LabelText(words)?.key, key.count >= 2, !Self.known.contains(key),
      IndicatorCatalog.level1(words) == nil, IndicatorCatalog.level2(words) == nil
    else { return nil }
    let pairs = Self.pairs(of: String(key))
    var best: LabelGuess?
    for (label, spelling, known) in Self.spellings {
      let common = pairs.count { known.contains($0) }
      let likeness = 2 * Double(common) / Double(pairs.count + known.count)
      if likeness >= threshold, likeness > best?.likeness ?? 0 {
        best = LabelGuess(identifier: label.rawValue, spelling: spelling, likeness: likeness)
      }
    }
    guard let best else { return nil }
    self = best
  }

  private init(identifier: String, spelling: String, likeness: Double) {
    self.identifier = identifier
    self.spelling = spelling
    self.likeness = likeness
  }

  /// Every spelling of a label that a value belongs to.
  private static let spellings: [(label: Label, spelling: String, pairs: Set<String>)] = {
    let places = [Vocabulary.fields, Vocabulary.funds, Vocabulary.budgetColumns, Vocabulary.indicatorColumns]
    let without: Set<Label> = [
      .extra, .signature, .budgetExtra, .indicatorExtra, .columnGroup, .scoreTotal, .fundName, .wholeTotal,
      .possibleTotal, .reasonTick,
      .possibilityTick, .furtherFund, .partOfAppropriation,
    ]
    return places.flatMap { entries in
      entries.filter { !without.contains($0.key) }.flatMap { label, words in
        words.map { (label, $0, pairs(of: $0)) }
      }
    }
  }()

  private static let known: Set<LabelText.Key> = Set(
    [Vocabulary.fields, Vocabulary.blocks, Vocabulary.funds, Vocabulary.budgetColumns, Vocabulary.indicatorColumns]
      .flatMap { entries in entries.flatMap { $0.value.compactMap { LabelText($0)?.key } }
      })

  private static func pairs(of text: String) -> Set<String> {
    let characters = Array(text)
    return Set(zip(characters, characters.dropFirst()).map { String([$0, $1]) })
  }
}
