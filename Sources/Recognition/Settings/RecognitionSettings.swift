import TrackingModel

/// What a profile can tell recognition.
public struct RecognitionSettings: Sendable {
  /// The unit of amounts where the form says none.
  public var unit: AmountUnit?
  /// The year of a period that names only months.
  public var year: Int?
  /// The only sheet to read.
  public var sheet: String?
  /// Further spellings of labels, by the label's identifier.
  public var synonyms: [String: [String]] = [:]
  /// What the columns of a home-made ledger hold; nil to tell from their headings.
  public var ledger: LedgerMapping?
  /// The forms that are known: a title names one of them.
  public var family = FormFamily.standard

  public init() {}
}
