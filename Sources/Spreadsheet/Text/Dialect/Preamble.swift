/// Titles and notes in front of a table, which a blank line or a record without texts sets apart from it.
enum Preamble {
  private static let longest = 32
  /// As much text as is looked at.
  private static let reach = 1 << 14

  /// The number of records in front of the first one that fills at least half of the usual fields, where one without texts stands between; 0 where the table
  /// begins at once, or nothing tells where it does.
  static func count(in sample: [UInt8], isWhole: Bool, _ decision: DialectDecision) -> Int {
    guard let usual = decision.usualFieldCount else { return 0 }
    let full = max(2, (usual + 1) / 2)
    var reader = RecordReader(decision.dialect)
    reader.feed(sample.prefix(reach))
    if isWhole, sample.count <= reach { reader.finish() }
    var passed = decision.hasSeparatorLine ? -1 : 0
    var isSetApart = false
    while passed <= longest, reader.next() == .record {
      let texts = (0..<reader.fieldCount).count { !reader.isEmpty($0) }
      if passed >= 0, texts >= full { return isSetApart ? passed : 0 }
      if texts == 0 { isSetApart = true }
      passed += 1
    }
    return 0
  }
}
