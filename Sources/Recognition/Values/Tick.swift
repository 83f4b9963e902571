/// The marks in a column to tick: what says yes, and what says that it is left open.
///
/// Check boxes that are linked to a cell leave `TRUE` or `FALSE` in it.
enum Tick {
  static func isTick(_ text: String) -> Bool { ticks.contains(TickedOptions.bareMarks(text).trimmed) }

  static func isNoTick(_ text: String) -> Bool {
    NoneMark.isNone(text) || open.contains(TickedOptions.bareMarks(text).trimmed)
  }

  private static let ticks: Set<String> = [
    "√", "✓", "✔", "☑", "■", "●", "v", "V", "1", "是", "✅", "R", "TRUE", "True", "true",
  ]
  private static let open: Set<String> = ["□", "☐", "○", "0", "否", "X", "x", "×", "FALSE", "False", "false"]
}
