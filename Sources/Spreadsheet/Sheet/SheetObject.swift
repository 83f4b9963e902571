import Findings

/// Something with a text that lies on a sheet and not in its cells.
public struct SheetObject: Hashable, Sendable {
  /// What sort of object it is.
  public enum Kind: Hashable, Sendable {
    case textBox
    /// A check box or option button of a form, ticked or not.
    case checkBox(isTicked: Bool)
    case comment
    /// A drawing that could not be read to its end; the text is the name of its part.
    case unreadable
  }

  public var kind: Kind
  /// Its words, paragraphs separated by line feeds. Of a check box, the words beside it.
  public var text: String
  /// The cells that it covers, or the one that it belongs to; nil where it has no place on the grid.
  public var cells: CellRange?

  public init(kind: Kind, text: String, cells: CellRange?) {
    self.kind = kind
    self.text = text
    self.cells = cells
  }
}
