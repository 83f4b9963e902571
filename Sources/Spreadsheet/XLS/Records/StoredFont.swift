/// A font of a binary workbook ([MS-XLS] 2.4.122), as far as it changes what a text says.
struct StoredFont {
  private let isStruckOut: Bool
  private let position: TextType.Position
  /// As it is stored; empty where that is no matter.
  private let name: [UInt8]

  /// Whether a font may be one that shows symbols, by the first letter of its name: most records need no further look.
  ///
  /// - Parameter offset: Where in the record the letter stands.
  static func mayShowSymbols(_ data: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    guard data.count > offset else { return false }
    return switch data[offset] | 0x20 {
    case UInt8(ascii: "w"), UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "z"): true
    default: false
    }
  }

  /// - Parameter data: The bytes of the record, 14 at least.
  init(_ data: UnsafeRawBufferPointer, name: [UInt8]) {
    isStruckOut = data.uint16(at: 2) & 0x0008 != 0
    position =
      switch data.uint16(at: 8) {
      case 1: .superscript
      case 2: .subscript
      default: .baseline
      }
    self.name = name
  }

  /// Where the font with a number stands: the number 4 is left out ([MS-XLS] 2.5.129).
  static func position(_ number: Int) -> Int { number > 4 ? number - 1 : number }

  /// How it sets a text.
  /// - Parameter texts: To make a text of its name with.
  func type(_ texts: BIFFTexts) -> TextType {
    let name = name.isEmpty ? nil : texts.text(ofStored: name)
    return TextType(
      isStruckOut: isStruckOut, position: position,
      symbolFont: name.flatMap { SymbolFont(named: $0) == nil ? nil : $0 })
  }
}
