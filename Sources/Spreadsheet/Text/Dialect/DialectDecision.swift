/// How a text file turned out to separate its fields.
struct DialectDecision: Equatable {
  var dialect: Dialect
  /// Whether the first line is Excel's `sep=;`, which is no record.
  var hasSeparatorLine = false
  /// The number of fields that most records have; nil where there is no such number.
  var usualFieldCount: Int?
  /// Another delimiter that fits nearly as well.
  var rival: Delimiter?

  init(dialect: Dialect) { self.dialect = dialect }

  /// Finds the dialect from the structure of the first records.
  ///
  /// Every likely dialect reads the sample; the one wins whose records agree best in their number of fields, whose quotation marks come out in pairs, and
  /// whose fields hold no other delimiters. Merely counting characters would take the commas of a text for columns.
  /// - Parameter isWhole: Whether the sample is all of the text; otherwise its last record is left out.
  init(sample: [UInt8], isWhole: Bool) {
    if let separator = Self.separatorLine(sample) {
      dialect = Dialect(delimiter: separator)
      hasSeparatorLine = true
      usualFieldCount = DialectFit(dialect, sample: sample, isWhole: isWhole).usualFieldCount
      return
    }
    var fits = Self.candidates(for: sample).map { DialectFit($0, sample: sample, isWhole: isWhole) }
    if !isWhole, fits.allSatisfy({ $0.score == 0 }) {
      // One record longer than the sample, or a mark that is never closed: what there is has to do.
      fits = fits.map { DialectFit($0.dialect, sample: sample, isWhole: true) }
    }
    var best: DialectFit?
    for fit in fits where fit.score > (best?.score ?? 0) + 0.001 { best = fit }
    dialect = best?.dialect ?? .csv
    usualFieldCount = best?.usualFieldCount
    if let best {
      let others = fits.filter { $0.dialect.delimiter != best.dialect.delimiter && $0.score > 0.9 * best.score }
      rival = others.max { $0.score < $1.score }?.dialect.delimiter
    }
  }

  /// The dialects that are tried, the plainest first.
  private static func candidates(for sample: [UInt8]) -> [Dialect] {
    let hasBackslash = sample.contains(UInt8(ascii: "\\"))
    let hasApostropheOnly = sample.contains(UInt8(ascii: "'")) && !sample.contains(UInt8(ascii: "\""))
    return Delimiter.usual.flatMap { delimiter in
      var dialects = [Dialect(delimiter: delimiter)]
      if hasBackslash { dialects.append(Dialect(delimiter: delimiter, escape: UInt8(ascii: "\\"))) }
      if hasApostropheOnly { dialects.append(Dialect(delimiter: delimiter, quote: UInt8(ascii: "'"))) }
      return dialects
    }
  }

  /// The delimiter that a first line `sep=;` names.
  private static func separatorLine(_ sample: [UInt8]) -> Delimiter? {
    guard
      let line = sample.split(maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == 10 || $0 == 13 })
        .first,
      line.count <= 8, sample.count > line.count
    else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    guard text.lowercased().hasPrefix("sep="), text.count == 5, let character = text.last else { return nil }
    return Delimiter(character)
  }
}

/// How well a dialect fits a sample.
struct DialectFit {
  let dialect: Dialect
  /// From 0, for one that finds no second field, to 1.
  private(set) var score = 0.0
  private(set) var usualFieldCount: Int?

  init(_ dialect: Dialect, sample: [UInt8], isWhole: Bool) {
    self.dialect = dialect
    var reader = RecordReader(dialect)
    reader.feed(sample)
    if isWhole { reader.finish() }
    var records = 0
    var counts: [Int: Int] = [:]
    var fields = 0
    var cleanFields = 0
    var faults = 0
    var marks = 0
    while reader.next() == .record {
      if reader.isBlank { continue }
      records += 1
      counts[reader.fieldCount, default: 0] += 1
      faults += reader.doubts.count { $0.kind != .strayQuote && $0.kind != .spacesAroundQuotes }
      for field in 0..<reader.fieldCount where !reader.isEmpty(field) {
        fields += 1
        if reader.isQuoted(field) { marks += 1 }
        if reader.isQuoted(field) || reader.withBytes(of: field, Self.isClean) { cleanFields += 1 }
      }
    }
    let several = counts.filter { $0.key > 1 }
    guard records > 0, let usual = several.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return }
    usualFieldCount = usual.key
    let total = Double(records)
    let share = Double(several.values.reduce(0, +)) / total
    let agreement = Double(usual.value) / total
    // A comma of Chinese prose separates fields only where it does so in most lines alike, single marks only where most fields have them.
    if dialect.delimiter == .fullWidthComma, agreement < 0.5 { return }
    if dialect.quote != Dialect.csv.quote, 2 * marks < fields { return }
    let cleanness = Double(cleanFields) / Double(max(fields, 1))
    let structure = 0.25 * share + 0.75 * agreement
    score = max(0, structure * (0.4 + 0.6 * cleanness) - 0.5 * min(1, Double(faults) / total))
    // Marks that a dialect undoes are not there by chance.
    if dialect.quote != Dialect.csv.quote { score += 0.01 }
  }

  /// Whether a field is one value: a number, perhaps with a decimal comma, or a text without delimiters.
  private static func isClean(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    var isNumber = true
    var hasDelimiter = false
    for byte in field {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "%"), 0x20:
        continue
      case UInt8(ascii: ","): hasDelimiter = true
      case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\t"):
        hasDelimiter = true
        isNumber = false
      default: isNumber = false
      }
    }
    return isNumber || !hasDelimiter
  }
}
