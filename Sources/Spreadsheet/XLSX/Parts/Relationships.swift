import Findings

/// Where a part points (ECMA-376 part 2, 6.5): identifiers to the parts of the same package.
///
/// Targets outside of the package are left out: nothing outside is ever opened.
struct Relationships {
  struct Target {
    let id: String?
    /// The last segment of the type, `worksheet`: the same in transitional and strict files.
    let type: String
    /// A normalized part name.
    let part: String
  }

  private(set) var inOrder: [Target] = []

  /// The relationships of a part; empty where it has none. The package's own are those of the part named "".
  ///
  /// - Throws: `file.too-large` for more than `Limits.parts` of them.
  init(of part: String, in package: Package) throws(Refusal) {
    guard let stream = try package.open(PartName.relationships(of: part)) else { return }
    let maximum = package.limits.parts
    var elements = ElementReader(stream, limits: package.limits)
    while try elements.next() {
      guard elements.name == .relationship, let target = try Self.target(elements, seenFrom: part, package) else {
        continue
      }
      inOrder.append(target)
      guard inOrder.count <= maximum else { throw .exceeded("parts", maximum, part: stream.name) }
    }
  }

  /// - Returns: nil for a target outside of the package.
  private static func target(
    _ element: borrowing ElementReader, seenFrom part: String, _ package: Package
  ) throws(Refusal) -> Target? {
    var id: String?
    var type = ""
    var target: String?
    var isExternal = false
    try element.forEachAttribute { name, value in
      switch name {
      case .relationshipID: id = XMLText.attributeValue(value, atMost: XMLText.longestName)
      case .relationshipType: type = XMLText.attributeValue(lastSegment(of: value), atMost: XMLText.longestName)
      case .relationshipTarget: target = XMLText.attributeValue(XMLText.trimmed(value), atMost: XMLText.longestName)
      case .relationshipTargetMode: isExternal = XMLText.attributeValue(value) == "External"
      default: break
      }
    }
    guard let target, !isExternal, target.utf8.count <= longestTarget else { return nil }
    let name = PartName.resolve(target, from: part)
    let meant = package.contains(name) ? name : PartName.misread(target, from: part).first(where: package.contains)
    return Target(id: id, type: type, part: meant ?? name)
  }

  /// Bytes of a target at most. Resolving costs more than reading, and no part is as deep down as that.
  private static let longestTarget = 512

  /// What stands behind the last slash of a URI.
  private static func lastSegment(of type: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let slash = type.lastIndex(of: UInt8(ascii: "/"))
    return slash.map { UnsafeBufferPointer(rebasing: type[($0 + 1)...]) } ?? type
  }

  /// By identifier; the last of several.
  func byID() -> [String: Target] {
    var targets: [String: Target] = [:]
    for target in inOrder { if let id = target.id { targets[id] = target } }
    return targets
  }

  /// The first part of this type that the package has.
  func part(ofType type: String, in package: Package) -> String? {
    inOrder.first { $0.type == type && package.contains($0.part) }?.part
  }
}
