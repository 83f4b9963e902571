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
  /// Non-empty cells that one form on a sheet may have, some thousand indicators with everything there is to say of them. Quoted by its name
  /// where a form has more (`file.too-large`); a ledger and a sheet of many forms are not affected.
  public var cellsOfForm = TrackingForm.mostValues
  /// Values that one form may have, whatever it is read from, merged cells counted for each of their rows. Quoted by its name where a form
  /// has more (`file.too-large`): what is read can be written as JSON and read again.
  public var valuesOfForm = TrackingForm.mostValues

  public init() {}
}
