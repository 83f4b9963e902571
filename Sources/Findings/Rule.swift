/// One thing that can be found: a stable name, a default weight, and its words.
///
/// Rules are constants that stand beside the logic that finds them; each module collects its own, and `Rule.all` in `Conversion` all of them. The words of a finding are made here and nowhere else, by filling the finding's values into the rule's templates at `{name}`.
public struct Rule: Sendable {
  /// A template for what was found, and one for what to do about it.
  public struct Wording: Sendable {
    let message: String
    let advice: String?

    /// - Parameters:
    ///   - message: One sentence that says what was found; `{name}` stands for the finding's value of that name.
    ///   - advice: One sentence that says what to do; nil where nothing is to be done.
    public init(_ message: String, advice: String? = nil) {
      self.message = message
      self.advice = advice
    }
  }

  /// `budget.sum`: the family, a dot, what is wrong. Never changes once published.
  public let name: String
  /// The severity unless a profile says otherwise.
  public let severity: Severity
  let chinese: Wording
  let english: Wording

  public init(_ name: String, _ severity: Severity, zh: Wording, en: Wording) {
    self.name = name
    self.severity = severity
    chinese = zh
    english = en
  }

  func wording(in language: Language) -> Wording {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  /// The names in braces in both languages' templates: the values that a finding of this rule has to carry.
  package var placeholders: Set<String> {
    let templates = [chinese, english].flatMap { [$0.message, $0.advice ?? ""] }
    return Set(templates.flatMap { Template.names(in: $0) })
  }
}

extension Rule: Hashable {
  public static func == (left: Rule, right: Rule) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Text with `{name}` in it.
enum Template {
  static func names(in template: String) -> [String] {
    template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      piece.firstIndex(of: "}").map { String(piece[..<$0]) }
    }
  }

  static func fill(_ template: String, with values: [String: String]) -> String {
    guard template.contains("{") else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      // A value that is missing shows as what it is, and never as nothing.
      result += values[String(rest[rest.index(after: open)..<close])] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
