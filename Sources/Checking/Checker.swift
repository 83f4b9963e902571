import Findings
import TrackingModel

/// Applies the rules of the form.
public struct Checker: Sendable {
  public let settings: CheckingSettings

  public init(settings: CheckingSettings = .init()) { self.settings = settings }

  /// What a finance bureau would object to, each finding at the cell its field was read from.
  public func check(_ form: TrackingForm, sources: SourceMap = .init()) -> [Finding] { [] }
}
