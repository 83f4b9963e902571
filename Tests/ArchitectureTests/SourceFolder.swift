import Foundation

/// The Swift sources of a module, with comments and texts blanked.
struct SourceFolder {
  struct File {
    /// The folder in the module that it stands in; `.` for the module's own.
    let folder: String
    let name: String
    let text: String
  }

  static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  let files: [File]

  init(module: String) throws {
    let root = Self.sources.appendingPathComponent(module)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
    files = try paths.sorted().map { path in
      let steps = path.split(separator: "/")
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      return File(
        folder: steps.count > 1 ? String(steps[0]) : ".", name: path, text: Self.blanked(text))
    }
  }

  private static func blanked(_ text: String) -> String {
    text.replacing(#/"""(?s:.*?)"""/#, with: "\"\"").replacing(#/\/\/[^\n]*/#, with: "")
      .replacing(#/"(?:\\.|[^"\\\n])*"/#, with: "\"\"")
  }

  /// Where each type of the module that others can name is declared.
  var types: [Substring: Set<String>] {
    var result: [Substring: Set<String>] = [:]
    for file in files {
      for line in file.text.split(separator: "\n") {
        guard let match = line.prefixMatch(of: Self.declaration) else { continue }
        result[match.1, default: []].insert(file.folder)
      }
    }
    return result
  }

  nonisolated(unsafe) private static let declaration =
    #/(?:(?:public|package|internal|final|indirect|@\w+(?:\([^)]*\))?) +)*(?:struct|class|enum|protocol|actor|typealias) +(\w+)/#
}

extension SourceFolder.File {
  /// The modules it imports.
  var imports: [Substring] {
    text.split(separator: "\n").compactMap { line in
      line.firstMatch(of: #/^(?:@\w+ +|public +|package +)*import +(\w+)/#)?.1
    }
  }

  /// The words in it that begin as types do.
  var names: Set<Substring> { Set(text.matches(of: #/\b[A-Z]\w*/#).map(\.output)) }
}
