import Findings
import Publishing
import TrackingModel

/// The review copy beside a workbook that gathers forms: the doubtful ones of all inputs, held until all are there.
final class CombinedReview {
  private let file: PlacedFile
  private let publisher: Publisher
  private let language: Language
  private var forms: [CheckedForm] = []

  /// - Throws: A refusal where the copy exists and may not be replaced, is an input, or cannot be written.
  init(beside output: String, _ settings: RunSettings, guardedBy outputs: OutputGuard) throws {
    let end = output.lastIndex(of: ".") ?? output.endIndex
    let path = output[..<end] + ReviewCopy.nameMark(in: settings.language) + output[end...]
    try outputs.claim(String(path))
    file = try PlacedFile(
      target: String(path), replaces: settings.replaces || settings.resumes, guardedBy: outputs)
    publisher = Publisher(settings.format, layout: settings.layout, page: settings.pipeline.page)
    language = settings.language
  }

  /// Adds a form as `OutputFormat.piece(of:)` made it, with what was found in it.
  func add(_ piece: [UInt8], _ findings: [Finding]) throws {
    guard findings.contains(where: { $0.severity > .note }) else { return }
    var line = FieldLineReader(piece)
    forms.append(CheckedForm(form: try line.form(), findings: findings))
  }

  /// Writes the copy; without a doubtful form there is none.
  func finish() throws(Refusal) {
    guard let bytes = try publisher.review(forms, in: language) else { return }
    try file.append(bytes)
    try file.moveIntoPlace()
  }
}
