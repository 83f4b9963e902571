/// A language that findings, reports and the terminal speak.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
