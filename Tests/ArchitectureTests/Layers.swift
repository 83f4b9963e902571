import Foundation

/// The layers of `Sources/Layers.txt`: those of the modules, and those of the folders in each module.
///
/// A line is a name, a colon, and layers from the lowest to the highest with `|` between them. What stands in one layer knows nothing of
/// its neighbours there; folders joined by `+` know each other.
struct Layers {
  /// The height of every member, and the members that it may know at that height.
  struct Stack {
    let heights: [String: Int]
    let joined: [String: Set<String>]

    func mayKnow(_ one: String, _ other: String) -> Bool {
      guard let height = heights[one], let otherHeight = heights[other] else { return false }
      return otherHeight < height || joined[one]?.contains(other) == true
    }
  }

  private(set) var stacks: [String: Stack] = [:]

  init() throws {
    let text = try String(contentsOf: SourceFolder.sources.appendingPathComponent("Layers.txt"), encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      var heights: [String: Int] = [:]
      var joined: [String: Set<String>] = [:]
      for (height, layer) in parts[1].split(separator: "|").enumerated() {
        for group in layer.split(separator: " ") {
          let members = group.split(separator: "+").map(String.init)
          for member in members {
            heights[member] = height
            joined[member] = Set(members)
          }
        }
      }
      stacks[String(parts[0])] = Stack(heights: heights, joined: joined)
    }
  }
}
