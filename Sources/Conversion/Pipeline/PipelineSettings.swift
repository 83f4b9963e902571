import Checking
import Publishing
import Recognition
import Spreadsheet

/// Everything that a profile or an option can tell the stages of the pipeline.
public struct PipelineSettings: Sendable {
  public var reading = ReadingOptions()
  public var recognition = RecognitionSettings()
  public var checking = CheckingSettings()
  public var page = PageSettings()
  /// Whether it is counted what became of the cells of inputs.
  public var accountsForCells = false
  /// Reads stores of forms; nil where they are refused.
  public var store: (any FormStore)?

  public init() {}
}
