/// A table of dBASE or FoxPro, which has no signature but a header that makes sense (dBASE table file format, level 5 and 7).
enum DBaseTable {
  private static let versions: Set<UInt8> = [0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0x8C, 0xF5, 0xFB]
  private static let headerEnd: UInt8 = 0x0D

  /// Whether bytes begin with a version, a day of the last change, and lengths of a header that ends with its mark.
  static func begins(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 32, versions.contains(bytes[0]), (1...12).contains(bytes[2]), (1...31).contains(bytes[3]) else {
      return false
    }
    let header = Int(bytes[8]) | Int(bytes[9]) << 8
    let record = Int(bytes[10]) | Int(bytes[11]) << 8
    guard header > 32, record > 1 else { return false }
    return header > bytes.count || bytes[header - 1] == headerEnd || bytes[..<header].dropFirst(32).contains(headerEnd)
  }
}
