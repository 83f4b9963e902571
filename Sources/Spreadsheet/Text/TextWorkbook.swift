import Findings

/// A CSV or TSV file, opened: its encoding and dialect are known, its rows are read as they are asked for.
///
/// It has one sheet without a name. Each record is a row, blank lines included, so that addresses are those a person sees after opening the file in a
/// spreadsheet program.
///
///     let workbook = try TextWorkbook.open(.file("a.csv"))
///     let rows = try workbook.rows()
///     while let row = try rows.next() {
///       print(row.cells.map(\.text))
///     }
public final class TextWorkbook: Workbook {
  /// Bytes at the beginning of a file from which encoding and dialect are found. A pipe that holds no more than this can be read several times.
  public static let sampleLength = 1 << 18
  /// A record longer than this is refused.
  public static let longestRecord = 64 << 20

  /// The character set; nil while the text is ASCII alone and may turn out to be any.
  public var encoding: TextEncoding? { decision.reason == .onlyASCII ? nil : decision.encoding }
  public var dialect: Dialect { dialectDecision.dialect }
  /// Tab-separated or anything else.
  public var format: FileFormat { dialect.delimiter == .tab ? .tsv : .csv }
  public let sheets = [SheetInfo(name: nil)]
  /// Records in front of the table: titles and notes that a blank line sets apart from it. They are rows like all others; who wants the table alone passes
  /// over them.
  public let preambleRecords: Int
  public let findings: [Finding]
  public let limits: Limits

  private let source: RepeatableSource
  private let portions: TextPortions
  private let decision: EncodingDecision
  private let dialectDecision: DialectDecision

  /// Opens a text file.
  /// - Parameters:
  ///   - alreadyRead: The first bytes of a descriptor, where they were taken from it to see what it is.
  ///   - dialect: How fields are separated; nil to find it out.
  /// - Throws: A refusal where the file cannot be read, is empty, or its first part is not valid in its encoding.
  public static func open(
    _ source: ByteSource, alreadyRead: [UInt8] = [], options: ReadingOptions = .init(), dialect: Dialect? = nil
  ) throws(Refusal) -> TextWorkbook {
    try open(source, alreadyRead: alreadyRead, options: options, dialect: dialect, portions: TextPortions())
  }

  static func open(
    _ source: ByteSource, alreadyRead: [UInt8] = [], options: ReadingOptions = .init(), dialect: Dialect? = nil,
    portions: TextPortions
  ) throws(Refusal) -> TextWorkbook {
    try TextWorkbook(
      RepeatableSource(source, alreadyRead: alreadyRead, sampleLength: portions.sample), options, dialect, portions)
  }

  private init(
    _ source: RepeatableSource, _ options: ReadingOptions, _ dialect: Dialect?, _ portions: TextPortions
  ) throws(Refusal) {
    let sample = source.sample
    guard !sample.isEmpty else { throw Refusal(.fileEmpty) }
    self.source = source
    limits = options.limits
    self.portions = portions
    decision = sample.withUnsafeBytes {
      EncodingDecision(sample: $0, isWhole: source.isSampleWhole, asked: options.encoding, evidence: portions.evidence)
    }
    let text = try TextSample(sample, isWhole: source.isSampleWhole, decision, portions)
    dialectDecision =
      dialect.map { DialectDecision(dialect: $0) } ?? DialectDecision(sample: text.bytes, isWhole: text.isWhole)
    preambleRecords = Preamble.count(in: text.bytes, isWhole: text.isWhole, dialectDecision)
    var findings = Self.findings(on: decision) + Self.findings(on: dialectDecision) + text.findings
    if dialectDecision.usualFieldCount == nil, AlignedColumns.areIn(text.bytes) {
      findings.append(Finding(.textAlignedColumns))
    }
    self.findings = findings
  }

  /// The rows of the one sheet.
  public func rows(of sheet: SheetInfo) throws(Refusal) -> any RowReader { try rows() }

  /// The rows of the one sheet.
  func rows() throws(Refusal) -> TextRowReader { try TextRowReader(records()) }

  /// The records below the rows.
  public func records() throws(Refusal) -> TextRecords {
    try TextRecords(DecodedInput(source.stream(), decision: decision, portions), dialectDecision)
  }

  static func findings(on decision: EncodingDecision) -> [Finding] {
    switch decision.reason {
    case .asked, .onlyASCII, .damagedUTF8: []
    case .byteOrderMark, .validUTF8: [Finding(.textEncoding, ["encoding": decision.encoding.name])]
    case .patternOfNULs, .notUTF8:
      [
        Finding(
          decision.isDoubtful ? .textEncodingDoubtful : .textEncodingGuessed, ["encoding": decision.encoding.name])
      ]
    }
  }

  private static func findings(on decision: DialectDecision) -> [Finding] {
    let delimiter = decision.dialect.delimiter
    var findings: [Finding] = []
    if let rival = decision.rival {
      findings.append(Finding(.textDelimiterDoubtful, ["delimiter": delimiter.name, "other": rival.name]))
    } else if delimiter != .comma, delimiter != .tab {
      findings.append(Finding(.textDelimiter, ["delimiter": delimiter.name]))
    }
    if decision.dialect.escape != nil { findings.append(Finding(.textBackslashEscapes)) }
    return findings
  }
}
