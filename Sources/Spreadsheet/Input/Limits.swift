/// What a file may cost at most.
///
/// Each limit is quoted by its property's name in the finding it causes (`file.too-large`). Those in `raisable` can be raised by a caller that trusts a file; the others
/// no honest file meets. The standard values keep any input of up to 10 MB that is not a real ledger below 256 MB of memory.
public struct Limits: Sendable {
  /// Inflated bytes of all parts read.
  public var inflatedBytes = 4_000_000_000
  /// How many times its compressed size a part may be when inflated, where it is a large one. Tables reach 30, those that say the same in every
  /// row 200, bombs 1,000.
  public var inflationRatio = 100
  /// Inflated bytes of a part up to which its ratio does not matter: what is read through in well under a second.
  public var inflatedBytesWithoutRatio = 400_000_000
  /// Inflated bytes of all parts read together up to which their ratio to the package does not matter.
  public var inflatedBytesTogetherWithoutRatio = 400_000_000
  /// Inflated bytes of a part that is neither a sheet nor the table of strings: a list of sheets, styles, relationships.
  public var inflatedBytesOfSmallPart = 64_000_000
  /// How many times its compressed size the list of a workbook's cells may be. Tables reach 30; a long text that every cell refers to,
  /// tens of thousands.
  public var listingRatio = 300
  /// Bytes of the list of a workbook's cells up to which its ratio does not matter.
  public var listedBytesWithoutRatio = 256_000_000
  /// Parts of a package.
  public var parts = 10_000
  /// Files of an archive.
  public var archivedFiles = 100_000
  /// Inflated bytes of a file in an archive up to which their ratio to its compressed size does not matter.
  public var archivedBytesWithoutRatio = 64_000_000
  /// Sheets of a workbook.
  public var sheets = 1_000
  /// Cell styles of a workbook; Excel allows 65,490.
  public var styles = 100_000
  /// Number formats that the cells of a workbook use; Excel allows some 250.
  public var formats = 1_000
  /// Bytes of the code of a number format that a cell uses; Excel allows 255 characters.
  public var formatBytes = 1_024
  /// Bytes of one thing within a part: a tag, a text, a cell. Excel allows 32,767 characters in a cell.
  public var elementBytes = 16_777_216
  /// Bytes of the texts of one row that stand in the row itself.
  public var textBytesOfRow = 67_108_864
  /// Cells of a sheet that is taken whole; each row that has any counts as one more.
  public var cellsOfWholeSheet = 300_000
  /// Cells of all sheets of a workbook that are taken whole, one after the other.
  public var cellsOfWholeSheets = 400_000
  /// Bytes of the texts of a sheet that is taken whole; a shared one counts as often as it is shown.
  public var textBytesOfWholeSheet = 67_108_864
  /// Merged ranges of a sheet.
  public var merges = 100_000
  /// Grid columns of a table in a document; Word allows 63, a sheet 16,384.
  public var columnsOfTable = 16_384
  /// Bytes of all shared strings together.
  public var stringBytes = 1_000_000_000
  /// How many times its compressed size the shared strings may take in memory.
  public var stringRatio = 16
  /// Bytes of shared strings up to which their ratio does not matter.
  public var stringBytesWithoutRatio = 67_108_864
  /// Bytes of a file that is read whole because it is no package, or comes through a pipe.
  public var fileBytes = 2_000_000_000

  public init() {}

  /// The limits that are in force unless others are given.
  public static let standard = Limits()

  /// The limits that honest files may meet, by the names of their properties.
  package static let raisable: [String: any WritableKeyPath<Limits, Int> & Sendable] = [
    "inflatedBytes": \.inflatedBytes, "inflationRatio": \.inflationRatio, "parts": \.parts, "sheets": \.sheets,
    "merges": \.merges, "cellsOfWholeSheet": \.cellsOfWholeSheet,
    "cellsOfWholeSheets": \.cellsOfWholeSheets, "textBytesOfWholeSheet": \.textBytesOfWholeSheet,
    "stringBytes": \.stringBytes, "stringRatio": \.stringRatio,
  ]
}
