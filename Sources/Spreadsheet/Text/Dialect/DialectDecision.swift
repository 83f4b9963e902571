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
    let doubled = fits.filter { $0.dialect.quote == Dialect.csv.quote }.map(\.marks).max() ?? 0
    var best: DialectFit?
    for fit in fits where fit.score > (best?.score ?? 0) + 0.001 {
      // Where fields stand in double marks, single ones are text.
      if fit.dialect.quote != Dialect.csv.quote, fit.marks <= 4 * doubled { continue }
      best = fit
    }
    if let spaces = SpaceDelimiter.fit(sample: sample, isWhole: isWhole, beside: best) {
      dialect = spaces.dialect
      usualFieldCount = spaces.usualFieldCount
      return
    }
    dialect = best?.dialect ?? .csv
    usualFieldCount = best?.usualFieldCount
    if let best {
      let others = fits.filter {
        !Self.areAlike($0.dialect.delimiter, best.dialect.delimiter) && $0.score > 0.9 * best.score
      }
      rival = others.max { $0.score < $1.score }?.dialect.delimiter
    }
  }

  /// Whether two delimiters are one, or a comma with and without its space.
  private static func areAlike(_ one: Delimiter, _ other: Delimiter) -> Bool {
    one == other || Set([one, other]) == [.comma, .commaAndSpace]
  }

  /// The dialects that are tried, the plainest first.
  private static func candidates(for sample: [UInt8]) -> [Dialect] {
    let hasBackslash = sample.contains(UInt8(ascii: "\\"))
    let hasApostrophe = sample.contains(apostrophe)
    let hasMark = sample.contains(UInt8(ascii: "\""))
    var delimiters = Delimiter.usual
    if let comma = delimiters.firstIndex(of: .comma), sample.hold(Delimiter.commaAndSpace.bytes) {
      // Where both split alike, the spaces belong to the delimiter.
      delimiters.insert(.commaAndSpace, at: comma)
    }
    return delimiters.flatMap { delimiter in
      var dialects = [Dialect(delimiter: delimiter)]
      if hasBackslash { dialects.append(Dialect(delimiter: delimiter, escape: UInt8(ascii: "\\"))) }
      if hasApostrophe, !hasMark || sample.hold(delimiter.bytes + [apostrophe]) {
        dialects.append(Dialect(delimiter: delimiter, quote: apostrophe))
      }
      return dialects
    }
  }

  private static let apostrophe = UInt8(ascii: "'")

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
