import Findings

/// Where a part points (ECMA-376 part 2, 6.5): identifiers to the parts of the same package.
///
/// Targets outside of the package are left out: nothing outside is ever opened.
struct Relationships {
  struct Target {
    /// The last segment of the type, `worksheet`: the same in transitional and strict files.
    let type: String
    /// A normalised part name.
    let part: String
  }

  private(set) var targets: [String: Target] = [:]
  private(set) var inOrder: [Target] = []

  /// The relationships of a part; empty where it has none. The package's own are those of the part named "".
  init(of part: String, in package: Package) throws(Refusal) {
    guard let stream = try package.open(PartName.relationships(of: part)) else { return }
    var targets: [String: Target] = [:]
    var inOrder: [Target] = []
    try ExpatReader.parse(stream) { element in
      guard element.name == "Relationship", let target = element.attributes["Target"],
        element.attributes["TargetMode"] != "External"
      else { return }
      let type = element.attributes["Type"]?.split(separator: "/").last.map { String($0) } ?? ""
      let found = Target(type: type, part: PartName.resolve(target, from: part))
      if let id = element.attributes["Id"] { targets[id] = found }
      inOrder.append(found)
    }
    self.targets = targets
    self.inOrder = inOrder
  }

  /// The first part of this type.
  func part(ofType type: String) -> String? { inOrder.first { $0.type == type }?.part }
}
