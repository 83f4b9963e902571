import Findings
import Recognition
import Spreadsheet
import TrackingModel

/// What is wrong about what recognition makes of a layout.
enum LayoutComplaints {
  /// What is wrong about what recognition makes of a layout; empty where nothing is.
  static func of(_ choices: Choices) throws -> [String] {
    let drawing = LayoutDrawing(choices)
    do {
      return try of(drawing)
    } catch let refusal as Refusal {
      return ["refused: \(refusal.finding.rule.name) \(refusal.finding.values)"]
    }
  }

  private static func of(_ drawing: LayoutDrawing) throws -> [String] {
    let sheet = try drawing.canvas.sheet()
    let recognized = Recognizer().recognize(sheet)
    var complaints = try JSONDifference.lines(expected: drawing.forms, found: recognized.forms.map(\.form))
    let missing = Set(sheet.cells.map(\.reference)).subtracting(recognized.roles.keys).sorted()
    if !missing.isEmpty { complaints.append("not accounted for: \(missing.map(\.a1).joined(separator: " "))") }
    if drawing.isLedger, let workbook = try drawing.canvas.workbook() {
      // A file's ledger is streamed.
      var forms: [TrackingForm] = []
      _ = try Recognizer().recognize(workbook) { forms.append($0.form) }
      complaints += try JSONDifference.lines(expected: drawing.forms, found: forms).map { "streamed: " + $0 }
    }
    guard complaints.isEmpty else { return complaints }
    for (number, form) in recognized.forms.enumerated() {
      for (field, cell) in drawing.fields[number] where !form.sources[field].contains(cell) {
        complaints.append(
          "forms[\(number)].\(field) is drawn in \(cell.a1), said to be in \(form.sources[field].map(\.a1))")
      }
    }
    return (complaints + unnamed(recognized)).sorted()
  }

  /// Cells that belong to no field and are named in no finding.
  private static func unnamed(_ recognized: RecognizedSheet) -> [String] {
    let named = (recognized.forms.flatMap(\.findings) + recognized.findings).compactMap(\.place.cells)
    return recognized.roles.compactMap { cell, role in
      guard case .other = role, !named.contains(where: { $0.contains(cell) }) else { return nil }
      return "\(cell.a1) is named nowhere"
    }
  }

  /// The failing layout with as many choices plain as will still fail.
  static func shrunk(_ seed: UInt64) throws -> String {
    var plain: Set<String> = []
    // Many at once first: most of what a layout does has nothing to do with the failure.
    var share = 1
    var isShrinking = true
    while isShrinking {
      let choices = Choices(seed: seed, plain: plain)
      _ = LayoutDrawing(choices)
      let names = choices.asked.filter { !plain.contains($0) }
      let count = max(1, names.count / share)
      var wasShrunk = false
      for start in stride(from: 0, to: names.count, by: count) {
        let plainer = plain.union(names[start..<min(start + count, names.count)])
        if try !of(Choices(seed: seed, plain: plainer)).isEmpty {
          plain = plainer
          wasShrunk = true
        }
      }
      isShrinking = wasShrunk || count > 1
      share *= 4
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
