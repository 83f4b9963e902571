import Findings

/// Into one output.
final class CombiningOutlet: Outlet {
  private let publisher: Publisher
  private let sink: any ByteSink
  private let writer: any FormWriter
  private let review: CombinedReview?
  private var forms = 0

  init(_ settings: RunSettings, to sink: any ByteSink, review: CombinedReview? = nil) throws(Refusal) {
    publisher = Publisher(settings.format, layout: settings.layout, page: settings.pipeline.page)
    self.sink = sink
    self.review = review
    writer = try publisher.open(to: sink)
  }

  func conclude(_ held: InOrder.Held) throws -> FileResult {
    // An input that failed half-way has left pieces: nothing of it goes into the output.
    guard held.result.outcome == .done else { return held.result }
    var piece: [UInt8] = []
    try held.frames.forEach { frame in
      switch frame.kind {
      case .piece:
        piece = Array(frame.content)
        try add(piece)
      case .form:
        if let review { try review.add(piece, FormResult(encoded: frame.content).findings) }
      default: break
      }
    }
    return held.result
  }

  /// - Throws: `WrongUsage` where there are more forms than one output takes.
  private func add(_ piece: [UInt8]) throws {
    forms += 1
    do throws(Refusal) {
      try publisher.admit(forms)
    } catch {
      throw WrongUsage(error.finding)
    }
    try writer.add(piece: piece)
  }

  func finish() throws -> [Finding] {
    let findings = try writer.finish()
    try sink.complete()
    try review?.finish()
    return findings
  }
}
