import Findings
import Publishing
import TrackingModel

/// Answers the files of `tracktable pipe`, in a process of its own.
package struct PipeWorker {
  private let pipeline: Pipeline
  private let limits: FileLimits
  private let language: Language
  private let drawsWorkbooks: Bool

  /// - Parameters:
  ///   - language: That of the sentences in answers.
  ///   - drawsWorkbooks: Whether an answer brings the forms as a workbook, too.
  package init(settings: PipelineSettings, limits: FileLimits, language: Language, drawsWorkbooks: Bool) {
    var settings = settings
    settings.accountsForCells = true
    pipeline = Pipeline(settings: settings)
    self.limits = limits
    self.language = language
    self.drawsWorkbooks = drawsWorkbooks
  }

  /// Serves until the other side closes the pipe or dies.
  package func run() { RequestServer.run(limits: limits) { answer($0) } }

  /// - Parameter request: As `request(_:_:)` makes it.
  func answer(_ request: [UInt8]) -> [UInt8] {
    let length = Int(PipeFrame.number(request.prefix(4)))
    let name = String(decoding: request.dropFirst(4).prefix(length), as: UTF8.self)
    do {
      return try read(Array(request.dropFirst(4 + length)), named: name)
    } catch {
      let refusal = error as? Refusal ?? Refusal(.fileUnreadable, ["reason": String(describing: error)])
      return PipeAnswer.line(name, refused: refusal.finding, in: language)
    }
  }

  private func read(_ bytes: [UInt8], named name: String) throws -> [UInt8] {
    var answer = PipeAnswer(in: language)
    var forms: [TrackingForm] = []
    var summary = try pipeline.read(.bytes(bytes), named: name) { checked in
      answer.add(checked)
      if drawsWorkbooks { forms.append(checked.form) }
    }
    guard drawsWorkbooks, !forms.isEmpty else { return answer.line(name, summary, workbook: nil) }
    let publisher = Publisher(.xlsx, layout: .form, page: pipeline.settings.page)
    do throws(Refusal) {
      try publisher.admit(forms.count)
      let (workbook, lost) = try publisher.publish(forms)
      summary.findings += lost
      return answer.line(name, summary, workbook: workbook)
    } catch {
      // The forms are there; only the workbook is not.
      summary.findings.append(error.finding)
      return answer.line(name, summary, workbook: nil)
    }
  }

  /// A file for `answer(_:)`.
  static func request(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let name = Array(name.utf8)
    let length = UInt32(name.count)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> UInt32($0)) } + name + content
  }
}
