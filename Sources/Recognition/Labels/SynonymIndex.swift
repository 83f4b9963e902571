import TrackingModel

/// What a text stands for, by the place where it can stand.
struct Meanings: Sendable {
  /// A label with one value of its own, 盖章 and the like included.
  var field: Label?
  /// A label of a whole block.
  var block: Label?
  /// The name of a fund row.
  var fund: Label?
  /// The heading of a column of the budget block.
  var budgetHeading: Label?
  /// The heading of a column of the indicator table.
  var indicatorHeading: Label?

  /// The text stands for nothing anywhere.
  static let none = Meanings()

  /// Whether the text stands for something anywhere.
  var isKnown: Bool {
    field != nil || block != nil || fund != nil || budgetHeading != nil || indicatorHeading != nil
  }

  fileprivate func or(_ other: Meanings) -> Meanings {
    Meanings(
      field: field ?? other.field, block: block ?? other.block, fund: fund ?? other.fund,
      budgetHeading: budgetHeading ?? other.budgetHeading, indicatorHeading: indicatorHeading ?? other.indicatorHeading)
  }
}

/// The vocabulary made ready for look-up, with the synonyms that a profile adds.
struct SynonymIndex: Sendable {
  private var meanings: [LabelText.Key: Meanings] = [:]
  private let words: TextMemo<Words>

  /// - Parameter synonyms: Further spellings by the label's identifier; unknown identifiers are for the profile's reader to refuse.
  init(synonyms: [String: [String]] = [:]) {
    self = synonyms.isEmpty ? Self.vocabulary : SynonymIndex(own: synonyms)
  }

  private static let vocabulary = SynonymIndex(own: [:])

  private init(own synonyms: [String: [String]]) {
    words = TextMemo()
    let own = Dictionary(
      synonyms.compactMap { id, words in Label(rawValue: id).map { ($0, words) } }, uniquingKeysWith: { $0 + $1 })
    func addAll(_ entries: Vocabulary.Entries, _ place: WritableKeyPath<Meanings, Label?>) {
      for (label, words) in entries {
        for word in words { add(word, label, place) }
      }
      // A profile's word wins over the vocabulary's.
      for (label, words) in own where entries.contains(where: { $0.key == label }) {
        for word in words { add(word, label, place) }
      }
    }
    addAll(Vocabulary.fields, \.field)
    addAll(Vocabulary.blocks, \.block)
    addAll(Vocabulary.funds, \.fund)
    addAll(Vocabulary.budgetColumns, \.budgetHeading)
    addAll(Vocabulary.indicatorColumns, \.indicatorHeading)
  }

  private mutating func add(_ word: String, _ label: Label, _ place: WritableKeyPath<Meanings, Label?>) {
    guard let text = LabelText(word.hasPrefix("#月") ? "1-8月" + word.dropFirst(2) : word) else { return }
    meanings[text.key, default: .none][keyPath: place] = label
    if text.months == nil { meanings[text.full, default: .none][keyPath: place] = label }
  }

  /// What the text stands for; with its bracketed additions before without.
  subscript(_ text: LabelText?) -> Meanings {
    guard let text else { return .none }
    let found = meanings[text.full]
    if text.key.count == text.full.count, text.months == nil { return found ?? .none }
    let bare = meanings[text.key]
    guard let found, let bare else { return found ?? bare ?? .none }
    return found.or(bare)
  }

  subscript(_ text: String) -> Meanings { self[LabelText(text)] }

  /// What the text of a cell says.
  func words(_ text: String) -> Words { words.value(of: text) { Words($0, synonymIndex: self) } }
}
