/// How well a dialect fits a sample.
struct DialectFit {
  let dialect: Dialect
  /// From 0, for one that finds no second field, to 1.
  private(set) var score = 0.0
  private(set) var usualFieldCount: Int?
  /// Fields in quotation marks.
  let marks: Int

  init(_ dialect: Dialect, sample: [UInt8], isWhole: Bool) {
    self.init(SampleTally(dialect, sample: sample, isWhole: isWhole))
  }

  init(_ tally: SampleTally) {
    dialect = tally.dialect
    marks = tally.marks
    let several = tally.counts.filter { $0.key > 1 }
    guard tally.records > 0, let usual = several.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return }
    usualFieldCount = usual.key
    let total = Double(tally.records)
    let share = Double(several.values.reduce(0, +)) / total
    let agreement = Double(usual.value) / total
    // A comma of Chinese prose separates fields only where it does so in most lines alike.
    if dialect.delimiter == .fullWidthComma, agreement < 0.5 { return }
    // Single marks quote where most fields have them, or where none is out of its place and delimiters stand inside.
    let quotesMost = 2 * tally.marks >= tally.fields
    if dialect.quote != Dialect.csv.quote, !quotesMost, tally.faults > 0 || tally.protecting == 0 { return }
    let cleanness = Double(tally.cleanFields) / Double(max(tally.fields, 1))
    let structure = 0.25 * share + 0.75 * agreement
    score = max(0, structure * (0.4 + 0.6 * cleanness) - 0.5 * min(1, Double(tally.faults) / total))
    // Marks that a dialect undoes are not there by chance.
    if dialect.quote != Dialect.csv.quote, quotesMost { score += 0.01 }
  }
}

/// What a dialect makes of a sample, counted.
struct SampleTally {
  let dialect: Dialect
  /// Records that are no blank lines.
  private(set) var records = 0
  /// Records by their number of fields.
  private(set) var counts: [Int: Int] = [:]
  /// The number of fields of the first record.
  private(set) var firstCount = 0
  /// How often a column has a number, by its index.
  private var numbers: [Int: Int] = [:]
  /// Fields that are not empty.
  private(set) var fields = 0
  /// Of these, those in quotation marks and those that hold no other delimiter.
  private(set) var cleanFields = 0
  /// Fields in quotation marks.
  private(set) var marks = 0
  /// Fields in quotation marks that hold the delimiter.
  private(set) var protecting = 0
  /// Records with such a field.
  private(set) var protectingRecords = 0
  /// Records with an empty field in front of one that is not.
  private(set) var gappedRecords = 0
  /// Quotation marks that do not come in pairs.
  private(set) var faults = 0

  init(_ dialect: Dialect, sample: [UInt8], isWhole: Bool) {
    self.dialect = dialect
    var reader = RecordReader(dialect)
    reader.feed(sample)
    if isWhole { reader.finish() }
    while reader.next() == .record {
      if !reader.isBlank { count(reader) }
    }
  }

  /// Columns that have a number in every record, or in every one but a heading.
  var numberColumns: Int { numbers.values.count { $0 + 1 >= records } }

  private mutating func count(_ reader: borrowing RecordReader) {
    records += 1
    counts[reader.fieldCount, default: 0] += 1
    if records == 1 { firstCount = reader.fieldCount }
    faults += reader.doubts.count { isFault($0.kind) }
    let protectingBefore = protecting
    var hasEmptyField = false
    var hasGap = false
    for field in 0..<reader.fieldCount {
      if reader.isEmpty(field) {
        hasEmptyField = true
        continue
      }
      if hasEmptyField { hasGap = true }
      fields += 1
      if reader.isQuoted(field) {
        marks += 1
        cleanFields += 1
        if reader.withBytes(of: field, { $0.hold(dialect.delimiter.bytes) }) { protecting += 1 }
      } else if reader.withBytes(of: field, isClean) {
        cleanFields += 1
      }
      if dialect.delimiter == .space, reader.withBytes(of: field, Self.isNumber) { numbers[field, default: 0] += 1 }
    }
    if protecting > protectingBefore { protectingRecords += 1 }
    if hasGap { gappedRecords += 1 }
  }

  private func isFault(_ kind: Doubt.Kind) -> Bool {
    switch kind {
    case .strayQuote, .spacesAroundQuotes: false
    // A single mark inside a field is an apostrophe, which few programs double.
    case .undoubledQuote: dialect.quote == Dialect.csv.quote
    case .unclosedQuote, .textBehindQuote: true
    }
  }

  private static func isNumber(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    field.contains { (0x30...0x39).contains($0) }
      && field.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  /// Whether a field is one value: a number, perhaps with a decimal comma, or a text without delimiters. Where a comma and a space separate fields, a
  /// comma alone says that they do not.
  private func isClean(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    var isNumber = true
    var hasDelimiter = false
    for byte in field {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "%"), 0x20:
        continue
      case UInt8(ascii: ","):
        if dialect.delimiter == .commaAndSpace { return false }
        hasDelimiter = true
      case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\t"):
        hasDelimiter = true
        isNumber = false
      default: isNumber = false
      }
    }
    return isNumber || !hasDelimiter
  }
}

extension RandomAccessCollection<UInt8> {
  /// Whether some bytes stand in these.
  func hold(_ run: [UInt8]) -> Bool {
    indices.contains { self[$0] == run[0] && self[$0...].starts(with: run) }
  }
}
