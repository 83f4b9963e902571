/// A language of findings, reports and the terminal.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// Of what is said in both languages, what this one says.
  package func pick(_ chinese: String, _ english: String) -> String { self == .chinese ? chinese : english }

  /// A list in a sentence: `甲、乙 或 丙`, `a, b or c`.
  ///
  /// - Parameter conjunction: What stands in front of the last, in this language.
  package func list(_ names: [String], lastAfter conjunction: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: pick("、", ", ")) + " \(conjunction) \(last)"
  }
}
