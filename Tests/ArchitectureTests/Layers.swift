import Foundation

/// The layers of `Sources/Layers.txt`: those of the modules, and those of the folders in each module.
///
/// A line is a name, a colon, and layers from the lowest to the highest with `|` between them. What stands in one layer does not name
/// what stands beside it there.
struct Layers {
  /// The height of every member.
  struct Stack {
    let heights: [String: Int]

    func mayKnow(_ one: String, _ other: String) -> Bool {
      guard let height = heights[one], let otherHeight = heights[other] else { return false }
      return otherHeight < height
    }

    /// What files of a module import that does not stand below it; modules from elsewhere have no place in the stack.
    func upwardImports(of module: String, in files: [SourceFolder.File]) -> [String] {
      files.flatMap { file in
        file.imports.map(String.init).filter { heights[$0] != nil && !mayKnow(module, $0) }
          .map { "\(file.path) imports \($0)" }
      }
    }

    /// The types that files name though they stand in no folder below theirs.
    ///
    /// - Parameter types: The folders of each type.
    func upwardNames(in files: [SourceFolder.File], types: [Substring: Set<String>]) -> [String] {
      files.flatMap { file -> [String] in
        file.names.compactMap { name in
          guard let folders = types[name], !folders.contains(file.folder),
            !folders.contains(where: { mayKnow(file.folder, $0) })
          else { return nil }
          return "\(file.path) names \(name) of \(folders.sorted().joined(separator: ", "))"
        }
      }.sorted()
    }
  }

  private(set) var stacks: [String: Stack] = [:]

  init() throws {
    let text = try String(contentsOf: SourceFolder.sources.appendingPathComponent("Layers.txt"), encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      var heights: [String: Int] = [:]
      for (height, layer) in parts[1].split(separator: "|").enumerated() {
        for member in layer.split(separator: " ") { heights[String(member)] = height }
      }
      stacks[String(parts[0])] = Stack(heights: heights)
    }
  }
}
