import Findings

/// Into one output.
final class CombiningOutlet: Outlet {
  private let output: any CombinedOutput
  private let review: CombinedReview?

  init(_ settings: RunSettings, to sink: any ByteSink, review: CombinedReview? = nil) throws(Refusal) {
    self.review = review
    output =
      switch (settings.format, settings.layout) {
      case (.xlsx, .form):
        CombinedForms(Publisher(.xlsx, layout: .form, page: settings.pipeline.page), to: sink)
      case (.xlsx, .ledger): try CombinedLedger(to: sink)
      case (.csv, _): CombinedTable(.csv, to: sink)
      case (.tsv, _): CombinedTable(.tsv, to: sink)
      case (.json, _), (.jsonl, _): CombinedText(settings.format, to: sink)
      }
  }

  func conclude(_ held: InOrder.Held) throws -> FileResult {
    // An input that failed half-way has left pieces: nothing of it goes into the output.
    guard held.result.outcome == .done else { return held.result }
    var piece: [UInt8] = []
    try held.frames.forEach { frame in
      switch frame.kind {
      case .piece:
        piece = Array(frame.content)
        try output.add(piece)
      case .form:
        if let review { try review.add(piece, FormResult(encoded: frame.content).findings) }
      default: break
      }
    }
    return held.result
  }

  func finish() throws -> [Finding] {
    let findings = try output.finish()
    try review?.finish()
    return findings
  }
}
