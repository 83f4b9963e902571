import Findings
import Recognition
import Spreadsheet
import TrackingModel

/// What is wrong about what recognition makes of a layout.
enum LayoutComplaints {
  /// What is wrong about what recognition makes of a layout; empty where nothing is.
  static func of(_ choices: Choices) throws -> [String] {
    let drawing = LayoutDrawing(choices)
    let sheet = try drawing.canvas.sheet()
    let recognised = Recogniser().recognise(sheet)
    var complaints = try JSONDifference.lines(expected: drawing.forms, found: recognised.forms.map(\.form))
    let missing = Set(sheet.cells.map(\.reference)).subtracting(recognised.roles.keys).sorted()
    if !missing.isEmpty { complaints.append("not accounted for: \(missing.map(\.a1).joined(separator: " "))") }
    guard complaints.isEmpty else { return complaints }
    for (number, form) in recognised.forms.enumerated() {
      for (field, cell) in drawing.fields[number] where !form.sources[field].contains(cell) {
        complaints.append(
          "forms[\(number)].\(field) is drawn in \(cell.a1), said to be in \(form.sources[field].map(\.a1))")
      }
    }
    return complaints.sorted()
  }

  /// The failing layout with as many choices plain as will still fail.
  static func shrunk(_ seed: UInt64) throws -> String {
    var plain: Set<String> = []
    var isShrinking = true
    while isShrinking {
      isShrinking = false
      let choices = Choices(seed: seed, plain: plain)
      _ = LayoutDrawing(choices)
      for name in choices.asked where !plain.contains(name) {
        if try !of(Choices(seed: seed, plain: plain.union([name]))).isEmpty {
          plain.insert(name)
          isShrinking = true
        }
      }
      if plain.isSuperset(of: choices.asked) { break }
    }
    let choices = Choices(seed: seed, plain: plain)
    let drawing = LayoutDrawing(choices)
    return """
      seed \(seed), what is not plain: \(choices.asked.filter { !plain.contains($0) }.joined(separator: "; "))
      \(drawing.canvas.text)merges: \(drawing.canvas.merges.map(\.a1).joined(separator: " "))
      \(try of(choices).joined(separator: "\n"))
      """
  }
}
