import Findings
import TrackingModel

/// A form that has come through reading, recognition and checking, with everything that was said about it on the way.
public struct CheckedForm: Sendable {
  public var form: TrackingForm
  /// The cells that each field was read from; empty for canonical JSON.
  public var sources: SourceMap
  /// What recognition and the rules found, each with its file.
  public var findings: [Finding]

  public init(form: TrackingForm, sources: SourceMap = .init(), findings: [Finding] = []) {
    self.form = form
    self.sources = sources
    self.findings = findings
  }
}

/// What there is to say of an input as a whole once its last form has been handed over.
public struct InputSummary: Sendable {
  /// SHA-256 of the input's bytes, 64 lower-case hexadecimal digits.
  public var sha256: String
  /// Bytes of the input.
  public var size: Int
  /// How many forms were handed over.
  public var forms: Int
  /// What belongs to no single form: doubts about the file, skipped sheets, cells outside of all forms.
  public var findings: [Finding]
  /// What became of the cells, where that was asked for; of a ledger's rows and of JSON it is not counted.
  public var account = CellAccount()
}
