/// What stands between two fields of a record: one character, of one to four bytes in UTF-8, or a comma with a space.
public struct Delimiter: Hashable, Sendable {
  public static let comma = Delimiter(bytes: [UInt8(ascii: ",")])
  public static let tab = Delimiter(bytes: [UInt8(ascii: "\t")])
  public static let semicolon = Delimiter(bytes: [UInt8(ascii: ";")])
  public static let bar = Delimiter(bytes: [UInt8(ascii: "|")])
  /// `，`, U+FF0C: what a Chinese input method types for a comma.
  public static let fullWidthComma = Delimiter(bytes: Array("，".utf8))

  /// `, `: what programs write that print their lists for people. A comma without a space is text then.
  public static let commaAndSpace = Delimiter(bytes: Array(", ".utf8))
  public static let space = Delimiter(bytes: [UInt8(ascii: " ")])

  /// The delimiters that are looked for where nothing says which one it is, the likeliest first. `commaAndSpace` and `space` are not among
  /// them: they stand in any text, and separate fields only where all of a file speaks for it.
  public static let usual: [Delimiter] = [.tab, .comma, .semicolon, .bar, .fullWidthComma]

  let bytes: [UInt8]

  /// - Returns: nil for what cannot separate fields: a line end, a quotation mark or NUL, or more than one scalar.
  public init?(_ character: Character) {
    let scalars = character.unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first, !Self.impossible.contains(scalar) else { return nil }
    bytes = Array(String(scalar).utf8)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private static let impossible: Set<Unicode.Scalar> = ["\n", "\r", "\"", "\0", "\u{FEFF}"]

  /// The characters themselves.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The delimiter as a message shows it.
  var name: String {
    switch self {
    case .tab: "Tab"
    case .space: "Space"
    case .commaAndSpace: "Comma and Space"
    default: text
    }
  }
}
