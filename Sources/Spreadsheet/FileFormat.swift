import Findings

/// What a file really is, told from its first bytes and never from its name.
public enum FileFormat: String, Sendable {
  case xlsx, csv, tsv, json
}

/// Where bytes come from.
public enum ByteSource: Sendable {
  /// A file, by path.
  case file(String)
  /// Bytes in memory.
  case bytes([UInt8])
  /// An open descriptor such as standard input, read to its end.
  case descriptor(Int32)
}

/// How to read.
public struct ReadingOptions: Sendable {
  /// The character set of text files by its iconv name; nil to find it out.
  public var encoding: String?
  /// What a file may cost.
  public var limits: Limits

  public init(encoding: String? = nil, limits: Limits = .standard) {
    self.encoding = encoding
    self.limits = limits
  }
}

/// What a file may cost at most; each limit is named in the finding that it causes.
public struct Limits: Sendable {
  /// Inflated bytes of all parts read.
  public var inflatedBytes = 4_000_000_000
  /// Parts of a package.
  public var parts = 10_000
  /// Sheets of a workbook.
  public var sheets = 1_000
  /// Cells of a sheet that is taken whole.
  public var cellsOfWholeSheet = 2_000_000
  /// Merged ranges of a sheet.
  public var merges = 100_000
  /// Bytes of all shared strings together.
  public var stringBytes = 1_000_000_000

  public init() {}

  public static let standard = Limits()
}
