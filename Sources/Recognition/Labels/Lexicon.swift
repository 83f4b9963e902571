import TrackingModel

/// The vocabulary made ready for look-up, with the synonyms that a profile adds.
struct Lexicon: Sendable {
  /// Labels with one value of their own, 盖章 and the like included.
  let fields: Places
  let blocks: Places
  let funds: Places
  let budgetColumns: Places
  let indicatorColumns: Places

  /// The spellings that can stand in one kind of place.
  struct Places: Sendable {
    fileprivate var labels: [LabelText.Key: Label] = [:]

    /// The label that the text spells; with its bracketed additions before without.
    subscript(_ text: LabelText?) -> Label? {
      guard let text else { return nil }
      return labels[text.full] ?? (text.key.count == text.full.count ? nil : labels[text.key])
    }

    subscript(_ text: String) -> Label? { self[LabelText(text)] }
  }

  /// - Parameter synonyms: Further spellings by the label's identifier; unknown identifiers are for the profile's reader to refuse.
  init(synonyms: [String: [String]] = [:]) {
    let own = Dictionary(
      synonyms.compactMap { id, words in Label(rawValue: id).map { ($0, words) } }, uniquingKeysWith: { $0 + $1 })
    func places(_ entries: Vocabulary.Entries) -> Places {
      var result = Places()
      for (label, words) in entries {
        for word in words.split(separator: " ") { result.add(String(word), for: label) }
      }
      // A profile's word wins over the vocabulary's.
      for (label, words) in own where entries.contains(where: { $0.key == label }) {
        for word in words { result.add(word, for: label) }
      }
      return result
    }
    fields = places(Vocabulary.fields)
    blocks = places(Vocabulary.blocks)
    funds = places(Vocabulary.funds)
    budgetColumns = places(Vocabulary.budgetColumns)
    indicatorColumns = places(Vocabulary.indicatorColumns)
  }
}

extension Lexicon.Places {
  fileprivate mutating func add(_ word: String, for label: Label) {
    guard let text = LabelText(word.hasPrefix("#月") ? "1-8月" + word.dropFirst(2) : word) else { return }
    labels[text.key] = label
    if text.months == nil { labels[text.full] = label }
  }
}
