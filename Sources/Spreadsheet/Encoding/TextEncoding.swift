/// The character set of a text file.
public enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  /// GB 18030, and with it GBK, GB 2312 and Microsoft's code page 936, whose text it reads the same.
  case gb18030
  /// Any other one that iconv knows, by its name.
  case named(String)

  /// Reads a name such as `UTF-8`, `gbk`, `cp936`, `utf-16le` or `BIG5`. Whether iconv knows an unusual one shows when it is used.
  public init(name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "utf8", "utf8sig", "utf8bom", "cp65001", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le", "ucs2", "ucs2le", "unicode": self = .utf16LittleEndian
    case "utf16be", "ucs2be": self = .utf16BigEndian
    case "gb18030", "gb180302000", "gb180302005", "gb180302022", "gbk", "gb2312", "cp936", "ms936", "euccn", "ansi",
      "936":
      self = .gb18030
    default: self = .named(name)
    }
  }

  /// The name that people and iconv know it by.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    case .named(let name): name
    }
  }

  /// Whether a byte below 0x80 is the ASCII character wherever it stands alone.
  var isASCIICompatible: Bool { self != .utf16LittleEndian && self != .utf16BigEndian }

  /// The byte order mark: U+FEFF in this encoding; empty where it has none.
  public var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .named: []
    }
  }
}
