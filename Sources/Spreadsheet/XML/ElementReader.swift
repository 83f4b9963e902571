import Findings

/// The elements of a part that consists of elements and attributes only, one by one.
///
///     var elements = ElementReader(stream, limits: limits)
///     while try elements.next() {
///       if elements.name == .sheet, elements.parent == .sheets { … }
///     }
///
/// Prefixes are dropped and not resolved, because files that forget to declare one exist. Of `mc:AlternateContent`
/// (ECMA-376 part 3, 7.4) the fallback is read, since no extension is understood.
struct ElementReader: ~Copyable {
  private var window: XMLWindow
  private var open = OpenElements()
  /// Whether the last element is still to be opened.
  private var opensNext = false

  init(_ stream: PartStream, limits: Limits) { window = XMLWindow(stream, limits: limits) }

  /// The name of the element that begins.
  var name: XMLName { window.cursor.name }
  /// Its attributes as written.
  var attributes: UnsafeBufferPointer<UInt8> { window.cursor.attributes }
  /// The element around it; `.none` for the root.
  var parent: XMLName { open.context }

  /// Goes on to the next element that begins; false at the end.
  ///
  /// - Throws: `xlsx.malformed` with the byte, `xlsx.doctype`, or what the stream throws.
  mutating func next() throws(Refusal) -> Bool {
    if opensNext { try push() }
    opensNext = false
    while let token = try window.next() {
      switch token {
      case .start where name == .choice: try window.skip()
      case .start where name == .alternateContent || name == .fallback: try push()
      case .start, .empty:
        opensNext = token == .start
        return true
      case .end: guard open.pop(name) else { throw window.malformed("end tag without its start") }
      default: continue
      }
    }
    guard open.isEmpty else { throw window.malformed("cut off") }
    return false
  }

  private mutating func push() throws(Refusal) {
    guard open.push(name) else { throw window.malformed("nesting") }
  }

  /// Calls `body` with the name of each attribute and its value as written; with some of them twice.
  ///
  /// Where `r:id` and `id` both stand, the one without a prefix counts: it comes last.
  func forEachAttribute(_ body: (XMLName, UnsafeBufferPointer<UInt8>) -> Void) throws(Refusal) {
    if try forEachAttribute(withPrefix: false, body) {
      try forEachAttribute(withPrefix: true, body)
      try forEachAttribute(withPrefix: false, body)
    }
  }

  /// - Returns: Whether there are attributes of the other kind.
  @discardableResult
  private func forEachAttribute(
    withPrefix: Bool, _ body: (XMLName, UnsafeBufferPointer<UInt8>) -> Void
  ) throws(Refusal) -> Bool {
    var hasOthers = false
    var attributes = XMLAttributes(window.cursor.attributes)
    while let (name, hasPrefix, value) = attributes.next() {
      if hasPrefix == withPrefix { body(name, value) } else { hasOthers = true }
    }
    guard !attributes.isMalformed else { throw window.malformed("attributes") }
    return hasOthers
  }
}
