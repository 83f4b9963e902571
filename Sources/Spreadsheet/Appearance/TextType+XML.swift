extension TextType {
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
