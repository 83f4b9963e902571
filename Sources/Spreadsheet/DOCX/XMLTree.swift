import Findings

/// Walks down a part element by element: each is entered or passed over by the caller.
///
///     try tree.children { name in
///       if name == .p { try paragraph() }     // enters it; what is not entered is passed over
///     }
///
/// Of `mc:AlternateContent` (ECMA-376 part 3, 7.4) the caller chooses; see `DocumentReader`.
final class XMLTree {
  private var window: XMLWindow
  private var depth = 0
  /// The element that was shown last, until it is entered.
  private var shown: (name: XMLName, isEmpty: Bool)?

  init(_ stream: PartStream, limits: Limits) { window = XMLWindow(stream, limits: limits) }

  /// Goes to the root.
  ///
  /// - Returns: Its name; nil where there is none.
  func root() throws(Refusal) -> XMLName? {
    while let token = try window.next() {
      if token == .start || token == .empty {
        shown = (window.cursor.name, token == .empty)
        return window.cursor.name
      }
    }
    return nil
  }

  /// Calls `body` for each element within the one that was shown last, and leaves it.
  func children(_ body: (XMLName) throws(Refusal) -> Void) throws(Refusal) {
    try content(text: { _, _ in }, body)
  }

  /// The text of the element that was shown last, as written but with references resolved, and leaves it.
  func text() throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    try content(text: { XMLText.append($0, to: &bytes, resolvingReferences: $1) }) { _ in }
    return bytes
  }

  private func content(
    text: (UnsafeBufferPointer<UInt8>, Bool) -> Void, _ body: (XMLName) throws(Refusal) -> Void
  ) throws(Refusal) {
    guard let own = shown else { return }
    shown = nil
    if own.isEmpty { return }
    depth += 1
    defer { depth -= 1 }
    guard depth <= OpenElements.maximumDepth else { throw window.malformed("nesting") }
    while let token = try window.next() {
      switch token {
      case .start, .empty:
        shown = (window.cursor.name, token == .empty)
        try body(window.cursor.name)
        if shown != nil, token == .start { try window.skip() }
        shown = nil
      case .end:
        guard window.cursor.name == own.name else { throw window.malformed("end tag without its start") }
        return
      case .text: text(window.cursor.text, true)
      case .characterData: text(window.cursor.text, false)
      default: break
      }
    }
    throw window.malformed("cut off")
  }

  /// The value of an attribute of the element that was shown last, before it is entered; nil where it has none of this name.
  func attribute(_ name: XMLName) throws(Refusal) -> String? {
    var found: String?
    var attributes = XMLAttributes(window.cursor.attributes)
    while let (attribute, _, value) = attributes.next() {
      if attribute == name { found = XMLText.attributeValue(value, atMost: XMLText.longestName) }
    }
    guard !attributes.isMalformed else { throw window.malformed("attributes") }
    return found
  }

  /// Whether the element that was shown last keeps the white space of its text.
  var keepsSpace: Bool { InheritedSpace.isPreserved(window.cursor.attributes) ?? false }

  var part: String { window.part }
}
