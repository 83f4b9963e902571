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
  /// Where the characters stand on the line.
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
}
