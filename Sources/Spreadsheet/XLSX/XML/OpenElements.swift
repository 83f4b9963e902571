/// The elements that are open: to see that each end matches its start, and where one is.
struct OpenElements {
  private var names: [XMLName] = []
  private var contexts: [XMLName] = []

  /// Deeper than anything in a spreadsheet; deeper files are refused.
  static let maximumDepth = 128

  var isEmpty: Bool { names.isEmpty }
  var depth: Int { names.count }
  /// The innermost open element that is no mere choice between alternatives; nil at the root.
  var context: XMLName { contexts.last ?? .none }

  /// - Returns: false where the nesting is too deep.
  mutating func push(_ name: XMLName) -> Bool {
    contexts.append(name == .alternateContent || name == .fallback ? context : name)
    names.append(name)
    return names.count <= Self.maximumDepth
  }

  /// - Returns: false where another element is to be closed first.
  mutating func pop(_ name: XMLName) -> Bool {
    contexts.removeLast(contexts.isEmpty ? 0 : 1)
    return names.popLast() == name
  }
}
