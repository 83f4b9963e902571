import TrackingModel

/// What a text says by itself, in whichever cell it stands: all that recognition asks of words, found once for each text.
final class Words: Sendable {
  /// Kinds of headings: whether a line has one of a kind is asked far more often than which.
  struct Headings: OptionSet {
    let rawValue: UInt8

    /// Of a column of the budget that the official form has.
    static let budget = Headings(rawValue: 1)
    /// Of the levels of indicators, or of their names.
    static let indicators = Headings(rawValue: 2)
  }

  /// The text as a label; nil where it is too long for one.
  let label: LabelText?
  /// What the label stands for.
  let meanings: Meanings
  /// The kinds of headings that it can be.
  let headings: Headings
  /// What it is outside of the two tables.
  let token: FieldToken
  /// Whether it is the title of a form.
  let isTitle: Bool
  /// Whether it says that nothing stands here: white space, `-`, `/`, `—`.
  let isNone: Bool
  /// The full name of the level 1 that it spells.
  let level1: String?
  /// The full name of the level 2 that it spells.
  let level2: String?
  /// The note or instruction that it begins.
  let beginning: CellRole.OtherKind?
  /// What it is where it belongs to no field.
  let otherKind: CellRole.OtherKind

  init(_ text: String, synonymIndex: SynonymIndex) {
    let isShort = text.utf8.count <= LabelText.maximumBytes
    let scalars = CompactText.scalars(of: isShort ? text : String(text.unicodeScalars.prefix(OtherWords.headLength)))
    // The label keeps them, and their capacity is as many as the text has bytes, three times what Chinese takes.
    let compact = scalars.withUnsafeBufferPointer { Array($0) }
    label = isShort ? LabelText(text, compact: compact) : nil
    meanings = synonymIndex[label]
    headings = Headings(meanings)
    token = FieldToken(text, meanings: meanings, synonymIndex: synonymIndex)
    isTitle = label.map(Title.isTitle) ?? false
    isNone = NoneMark.isNone(text)
    (level1, level2) = isShort ? IndicatorCatalog.levels(spelledBy: compact[...]) : (nil, nil)
    let head = compact.prefix(OtherWords.headLength)
    beginning = OtherWords.beginning(of: head)
    otherKind = beginning ?? OtherWords.kind(of: head)
  }
}

extension Words.Headings {
  init(_ meanings: Meanings) {
    self = []
    if meanings.budgetHeading?.budgetColumn != nil { insert(.budget) }
    switch meanings.indicatorHeading {
    case .level1, .level2, .name: insert(.indicators)
    default: break
    }
  }
}
