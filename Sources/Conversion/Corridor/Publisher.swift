import Findings
import Publishing
import TrackingModel

/// Forms → the bytes of one output.
public struct Publisher: Sendable {
  public var format: OutputFormat
  public var layout: OutputLayout
  public var page: PageSettings

  public init(_ format: OutputFormat, layout: OutputLayout = .form, page: PageSettings = .init()) {
    self.format = format
    self.layout = layout
    self.page = page
  }

  /// The bytes, and what the format could not hold.
  public func publish(_ forms: [TrackingForm]) throws(Refusal) -> (bytes: [UInt8], findings: [Finding]) {
    switch format {
    case .json: (CanonicalJSON.document(forms), [])
    case .jsonl: (forms.flatMap { CanonicalJSON.line($0) }, [])
    case .xlsx, .csv, .tsv: try OfficialPage.workbook(of: forms, settings: page)
    }
  }
}
