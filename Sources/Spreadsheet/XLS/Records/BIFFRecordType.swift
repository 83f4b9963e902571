/// The records of a workbook stream that say something about cells ([MS-XLS] 2.3); all others are passed over.
enum BIFFRecordType {
  static let formula = 0x0006
  static let endOfFile = 0x000A
  static let header = 0x0014
  static let footer = 0x0015
  static let note = 0x001C
  static let dateMode = 0x0022
  static let filePass = 0x002F
  static let font = 0x0031
  static let continuation = 0x003C
  static let codePage = 0x0042
  static let object = 0x005D
  static let columnInfo = 0x007D
  static let boundSheet = 0x0085
  static let multipleRK = 0x00BD
  static let richString = 0x00D6
  static let extendedFormat = 0x00E0
  static let mergedCells = 0x00E5
  static let drawing = 0x00EC
  static let sharedStrings = 0x00FC
  static let labelOfSharedString = 0x00FD
  static let textObject = 0x01B6
  static let number = 0x0203
  static let label = 0x0204
  static let booleanOrError = 0x0205
  static let string = 0x0207
  static let row = 0x0208
  static let rk = 0x027E
  static let format = 0x041E
  static let beginningOfFile = 0x0809
  static let furtherHeaders = 0x089C

  /// The first record of workbooks before Excel 5.0 (BIFF2, 3 and 4).
  static let olderBeginnings: Set<Int> = [0x0009, 0x0209, 0x0409]

  /// Whether the record is a cell with a value, and begins with its row.
  @inline(__always)
  static func isCell(_ type: Int) -> Bool {
    switch type {
    case labelOfSharedString, rk, number, multipleRK, formula, label, richString, booleanOrError: true
    default: false
    }
  }
}
