/// A piece of a cell's text that is set in one type (ECMA-376 part 1, 18.4.4 and 18.4.7).
public struct TextRun: Hashable, Sendable {
  public var text: String
  public var type: TextType
  /// Whether it names no type of its own, so that the cell's is in force.
  var isSetAsCell = false

  public init(_ text: String, _ type: TextType = .plain) {
    self.text = text
    self.type = type
  }
}

/// How a text is set, as far as that changes what it says.
public struct TextType: Hashable, Sendable {
  public enum Position: Sendable {
    case baseline, superscript, `subscript`
  }

  /// Whether a line goes through it: deleted, to the person who typed it.
  public var isStruckOut = false
  public var position = Position.baseline
  /// The font where it shows symbols instead of the characters that are stored: `Wingdings`.
  public var symbolFont: String?

  public static let plain = TextType()

  public init(isStruckOut: Bool = false, position: Position = .baseline, symbolFont: String? = nil) {
    self.isStruckOut = isStruckOut
    self.position = position
    self.symbolFont = symbolFont
  }

  /// Takes in an element of a font or of run properties: `strike`, `vertAlign`, `rFont` or `name` (18.8.22, 18.4.5).
  mutating func add(_ element: XMLName, _ attributes: UnsafeBufferPointer<UInt8>) {
    guard element == Self.strike || element == Self.verticalAlignment || element == Self.runFont || element == .name
    else { return }
    var value: String?
    for attribute in XMLAttributes(attributes) where attribute.name == Self.value {
      value = XMLText.attributeValue(attribute.value, atMost: XMLText.longestName)
    }
    switch element {
    case Self.strike: isStruckOut = value.map { $0 == "1" || $0 == "true" } ?? true
    case Self.verticalAlignment:
      position = value == "superscript" ? .superscript : value == "subscript" ? .subscript : .baseline
    default: symbolFont = value.flatMap { SymbolFont(named: $0) == nil ? nil : $0 }
    }
  }

  private static let strike = XMLName("strike")
  private static let verticalAlignment = XMLName("vertAlign")
  private static let runFont = XMLName("rFont")
  private static let value = XMLName("val")
}
