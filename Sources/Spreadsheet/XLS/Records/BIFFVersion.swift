/// The two versions of the binary format that are read: that of Excel 5.0 and 95, and that of Excel 97 to 2003.
enum BIFFVersion {
  /// Texts are bytes in the workbook's code page.
  case biff5
  /// Texts are Unicode.
  case biff8
}

/// What a substream says of itself when it begins ([MS-XLS] 2.4.21).
struct BeginningOfFile {
  enum Content: Equatable {
    case globals, worksheet, macroSheet, other
  }

  let version: BIFFVersion
  let content: Content

  /// - Parameter data: The bytes of a BOF record.
  /// - Returns: nil for a version that is none of the two.
  init?(_ data: UnsafeRawBufferPointer) {
    guard data.count >= 4 else { return nil }
    switch data.uint16(at: 0) {
    case 0x0600: version = .biff8
    // Programs that write a table with a few lines of code leave it at zero.
    case 0x0500, 0: version = .biff5
    default: return nil
    }
    switch data.uint16(at: 2) {
    case 0x0005: content = .globals
    case 0x0010: content = .worksheet
    case 0x0040: content = .macroSheet
    default: content = .other
    }
  }
}
