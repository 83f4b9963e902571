/// The elements that are open: to see that each end matches its start, and where one is.
struct OpenElements {
  private var elements: [(name: XMLName, context: XMLName)] = []

  /// Deeper than anything in a spreadsheet; deeper files are refused.
  static let maximumDepth = 128

  init() { elements.reserveCapacity(8) }

  var isEmpty: Bool { elements.isEmpty }
  var depth: Int { elements.count }
  /// The innermost open element that is no mere choice between alternatives; `.none` at the root.
  var context: XMLName { elements.last?.context ?? .none }

  /// - Returns: false where the nesting is too deep.
  mutating func push(_ name: XMLName) -> Bool {
    elements.append((name, name == .alternateContent || name == .fallback ? context : name))
    return elements.count <= Self.maximumDepth
  }

  /// - Returns: false where another element is to be closed first.
  mutating func pop(_ name: XMLName) -> Bool { elements.popLast()?.name == name }
}
