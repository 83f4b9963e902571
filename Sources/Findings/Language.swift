/// A language of findings, reports and the terminal.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// Of what is said in both languages, what this one says.
  package func pick(_ chinese: String, _ english: String) -> String { self == .chinese ? chinese : english }
}
