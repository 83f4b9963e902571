import Foundation

/// The Swift sources of a module.
struct SourceFolder {
  struct File {
    /// The folder in the module that it stands in; `.` for the module's own.
    let folder: String
    /// Within the module.
    let path: String
    /// With comments and texts blanked.
    let text: String

    init(folder: String, path: String, source: String) {
      self.folder = folder
      self.path = path
      text = SourceFolder.blanked(source)
    }
  }

  static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  /// The modules that are written in Swift.
  static var modules: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
    return names.filter { name in
      FileManager.default.enumerator(atPath: sources.appendingPathComponent(name).path)?.contains {
        ($0 as? String)?.hasSuffix(".swift") == true
      } == true
    }.sorted()
  }

  let files: [File]

  init(module: String) throws {
    let root = Self.sources.appendingPathComponent(module)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
    files = try paths.sorted().map { path in
      let steps = path.split(separator: "/")
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      return File(folder: steps.count > 1 ? String(steps[0]) : ".", path: path, source: text)
    }
  }

  fileprivate static func blanked(_ text: String) -> String {
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
      line.firstMatch(of: Self.importing)?.1
    }
  }

  /// Also of a single declaration: `import struct Module.Name`.
  nonisolated(unsafe) private static let importing =
    #/^(?:@\w+ +|(?:public|package|internal|fileprivate|private) +)*import +(?:(?:struct|class|enum|protocol|typealias|func|let|var) +)?(\w+)/#

  /// The words in it that begin as types do.
  var names: Set<Substring> { Set(text.matches(of: #/\b[A-Z]\w*/#).map(\.output)) }
}
