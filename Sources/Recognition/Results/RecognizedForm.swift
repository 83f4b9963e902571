import Findings
import TrackingModel

/// A form, where each of its values came from, and what recognition had to say about it.
public struct RecognizedForm: Sendable {
  public var form: TrackingForm
  /// The cells of every field, and for missing fields the cell where they ought to stand.
  public var sources: SourceMap
  public var findings: [Finding]

  public init(form: TrackingForm, sources: SourceMap, findings: [Finding]) {
    self.form = form
    self.sources = sources
    self.findings = findings
  }
}
