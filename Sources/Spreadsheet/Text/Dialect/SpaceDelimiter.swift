/// Whether single spaces separate the fields of a text. They stand between the words of any text, so that it takes more than for other delimiters: fields that
/// hold spaces are in quotation marks, or every record has the same number of fields and a column of numbers.
enum SpaceDelimiter {
  private static let fewestRecords = 3
  private static let fewestFields = 3

  /// - Parameter best: What fits best of the usual delimiters.
  /// - Returns: nil where spaces do not separate the fields.
  static func fit(sample: [UInt8], isWhole: Bool, beside best: DialectFit?) -> DialectFit? {
    let score = best?.score ?? 0
    guard score < 0.95, sample.contains(0x20) else { return nil }
    let tally = SampleTally(Dialect(delimiter: .space), sample: sample, isWhole: isWhole)
    guard tally.records >= fewestRecords, tally.faults == 0, let fewest = tally.counts.keys.min(),
      fewest >= fewestFields
    else { return nil }
    // What another delimiter splits well is no text of one column.
    return isQuoted(tally, fewest, beside: best) || score < 0.7 && isUniform(tally) ? DialectFit(tally) : nil
  }

  /// Whether quotation marks protect spaces in most records, where the usual delimiter makes nothing of the marks, and the heading has no more fields than
  /// any record.
  private static func isQuoted(_ tally: SampleTally, _ fewest: Int, beside best: DialectFit?) -> Bool {
    2 * tally.protectingRecords > tally.records && tally.firstCount == fewest && tally.marks > 4 * (best?.marks ?? 0)
  }

  private static func isUniform(_ tally: SampleTally) -> Bool {
    tally.counts.count == 1 && tally.gappedRecords == 0 && tally.numberColumns > 0
  }
}
