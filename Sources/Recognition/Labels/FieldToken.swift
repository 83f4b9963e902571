import TrackingModel

/// What a cell outside of the two tables is by its words alone; what it is taken for depends on its neighbors as well.
enum FieldToken {
  /// A label of one value and nothing else.
  case field(Label)
  /// A label of a whole block.
  case block(Label)
  /// A label and, behind its colon, its value.
  case inline(Label, value: String)
  case plain

  init(_ text: String, meanings: Meanings, synonymIndex: SynonymIndex) {
    // `跟踪时段：（2023-1月 至 2023-8月）` has its value in brackets; `主管部门（盖章）：` has none.
    if let (field, value) = Self.inline(text, synonymIndex: synonymIndex) {
      self = .inline(field, value: value)
    } else if let field = meanings.field {
      self = .field(field)
    } else if let block = meanings.block {
      self = .block(block)
    } else {
      self = .plain
    }
  }

  var isLabel: Bool {
    switch self {
    case .field, .block: true
    case .inline, .plain: false
    }
  }

  func isBlock(_ label: Label) -> Bool { if case .block(label) = self { true } else { false } }

  /// Whether it is a known label of something that the model has no field for.
  var isExtra: Bool { if case .field(.extra) = self { true } else { false } }

  /// Whether it can stand above or left of texts that are not known.
  var canHeadTexts: Bool { isPlain || isExtra }

  var isPlain: Bool { if case .plain = self { true } else { false } }

  /// The label of one value, whether its value stands behind it or not.
  var label: Label? {
    switch self {
    case .field(let label), .inline(let label, _): label
    case .block, .plain: nil
    }
  }

  /// Where the words before the first colon are a label, that label and what stands behind.
  private static func inline(_ text: String, synonymIndex: SynonymIndex) -> (Label, String)? {
    let head = text.unicodeScalars.prefix(LabelText.maximumLength)
    guard let colon = head.firstIndex(where: \.isColon) else { return nil }
    guard let label = synonymIndex[String(text.unicodeScalars[..<colon])].field else { return nil }
    let value = String(text.unicodeScalars[text.unicodeScalars.index(after: colon)...])
    guard !value.isBlank, !isAddition(value) else { return nil }
    guard let next = further(in: value, after: label, synonymIndex: synonymIndex).first else { return (label, value) }
    return (label, String(value[..<next.range.lowerBound]))
  }

  /// Where further labels with a colon stand behind a gap. Sentences are not searched: whatever stands in them is theirs.
  static func further(
    in value: String, after label: Label, synonymIndex: SynonymIndex
  ) -> [(words: String, label: Label, range: Range<String.Index>)] {
    guard !label.isProse, label != .signature, value.utf8.count < 600,
      value.unicodeScalars.contains(where: \.isColon)
    else { return [] }
    var found: [(words: String, label: Label, range: Range<String.Index>)] = []
    var start = value.startIndex
    while let gap = value[start...].firstIndex(where: isGap) {
      let after = value[gap...].firstIndex { !isGap($0) } ?? value.endIndex
      let head = value[after...].prefix { !isGap($0) }.unicodeScalars
      if let colon = head.firstIndex(where: \.isColon), let label = synonymIndex[String(head[..<colon])].field {
        let end = head.index(after: colon)
        found.append((String(head[..<colon]), label, gap..<end))
        start = end
      } else {
        start = after
      }
    }
    return found
  }

  /// The label of a cell that has its value behind a colon.
  static func wordsBeforeColon(_ text: String) -> String { String(text.unicodeScalars.prefix { !$0.isColon }) }

  private static func isGap(_ character: Character) -> Bool { character.isWhitespace || "|｜；;".contains(character) }

  /// `（盖章）`, `（万元）`: belongs to the label.
  private static func isAddition(_ value: String) -> Bool {
    let text = CompactText.scalars(of: value)
    guard text.first == "(", text.last == ")" else { return false }
    return text.contains("章") || text[...].contains(words: ["代", "码"]) || text.contains("签")
      || AmountUnit.stated(in: String(text))?.rest == ""
  }
}
