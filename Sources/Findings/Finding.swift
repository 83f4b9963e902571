/// A diagnostic about an input, from a reader, the recognizer, a rule of the form, or a writer.
///
/// A finding carries no words, only the values that its rule's words ask for. `message(in:)` and `advice(in:)` make them from its rule; text, JSON, spreadsheet and web page
/// reports and the review copy are renderings of the same findings.
public struct Finding: Hashable, Sendable {
  /// What was found, by its stable name.
  public let rule: Rule
  /// The rule's severity, unless a profile changed it.
  public var severity: Severity
  /// Where it was found.
  public var place: Place
  /// What fills the places in the rule's words. By convention `found` and `expected` say what stands there and what should.
  public let values: [String: String]

  /// - Parameter values: At least those that the rule's words ask for; one that is missing, or mistyped, stops a debug build here.
  public init(_ rule: Rule, at place: Place = Place(), _ values: [String: String] = [:]) {
    assert(
      rule.placeholders.isSubset(of: values.keys),
      "\(rule.name) needs \(rule.placeholders.subtracting(values.keys).sorted()), not \(values.keys.sorted())")
    self.rule = rule
    self.severity = rule.severity
    self.place = place
    self.values = values
  }

  /// The sentence that says what was found.
  public func message(in language: Language) -> String {
    Template.fill(rule.wording(in: language).message, with: values(in: language))
  }

  /// The sentence that says what to do; nil where nothing is to be done.
  public func advice(in language: Language) -> String? {
    limit?.remedy(in: language)
      ?? rule.wording(in: language).advice.map { Template.fill($0, with: values(in: language)) }
  }

  /// The limit that a file exceeds.
  private var limit: Limit? { rule == .fileTooLarge ? values["limit"].flatMap { Limit.named($0) } : nil }

  private func values(in language: Language) -> [String: String] {
    var translated = values
    if values["delimiter"] != nil {
      for name in ["delimiter", "other"] { translated[name] = values[name].map { Reasons.delimiter($0, in: language) } }
    }
    if let limit { translated["limit"] = limit.counted(in: language) }
    if let reason = values["reason"] {
      translated["reason"] = language == .chinese ? Reasons.inChinese(reason) : Reasons.inEnglish(reason)
    }
    guard language == .chinese else { return translated }
    if let kind = values["expected"].flatMap({ Reasons.kinds[$0] }) { translated["expected"] = kind }
    return translated
  }

  /// The same finding, its place completed from an outer one.
  public func within(_ outer: Place) -> Finding {
    var copy = self
    copy.place = place.within(outer)
    return copy
  }
}
