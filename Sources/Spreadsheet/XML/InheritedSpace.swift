/// Whether `xml:space="preserve"` is in force: an element has it from itself, else from the nearest element around it that names it (XML 1.0, 2.10).
struct InheritedSpace {
  /// The elements that name it, by their depth from 1, the innermost last.
  private var named: [(depth: Int, isPreserved: Bool)] = []

  private static let space = XMLName("space")
  private static let preserve = XMLName("preserve")

  var isPreserved: Bool { named.last?.isPreserved ?? false }

  /// What attributes say about white space; nil where nothing.
  static func isPreserved(_ attributes: UnsafeBufferPointer<UInt8>) -> Bool? {
    if attributes.isEmpty { return nil }
    var found: Bool?
    for attribute in XMLAttributes(attributes) where attribute.name == space && attribute.hasPrefix {
      found = XMLName(attribute.value) == preserve
    }
    return found
  }

  /// An element begins; `depth` counts it.
  @inline(__always)
  mutating func enter(_ attributes: UnsafeBufferPointer<UInt8>, depth: Int) {
    guard let isPreserved = Self.isPreserved(attributes) else { return }
    named.append((depth, isPreserved))
  }

  /// An element has ended; `depth` is how many are left.
  @inline(__always)
  mutating func leave(depth: Int) {
    while let last = named.last, last.depth > depth { named.removeLast() }
  }
}
