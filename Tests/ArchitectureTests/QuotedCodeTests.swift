import Foundation
import Testing

/// Swift code in articles is quoted from files that are compiled, and examples are as short as they are said to be.
@Suite struct QuotedCodeTests {
  private static let root = SourceFolder.sources.deletingLastPathComponent()
  private static let compiled = ["Examples/Sources", "Sources", "Tests"]

  static let articles: [String] = {
    let catalog = "Sources/TrackTable/TrackTable.docc"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: catalog).path)) ?? []
    return files.filter { $0.hasSuffix(".md") }.sorted().map { catalog + "/" + $0 }
      + ["Documentation/Spreadsheet.md", "README.md", "README.zh-Hans.md"]
  }()

  @Test(arguments: articles) func `Swift code of an article stands in a file that is compiled`(article: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: article), encoding: .utf8)
    let sources = try Self.sources.get()
    for block in text.matches(of: #/(?m)^```swift\n((?s:.*?))^```$/#).map(\.1) {
      let lines = Self.unindented(block.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
      #expect(sources.contains { Self.has(lines, in: $0) }, "\(article) quotes what is not there:\n\(block)")
    }
  }

  @Test func `there are articles with code`() { #expect(Self.articles.count > 10) }

  @Test func `a changed line is told`() {
    let source: [Substring] = ["func a() {", "  let b = 1", "", "  print(b)", "}"]
    #expect(Self.has(["let b = 1", "", "print(b)"], in: source))
    #expect(!Self.has(["let b = 1", "print(b)"], in: source) && !Self.has(["let b = 2"], in: source))
    #expect(!Self.has(["print(b)", "  }"], in: source), "indentation within a quotation counts")
  }

  @Test func `an example is shorter than a hundred lines`() throws {
    let examples = Self.root.appending(path: "Examples/Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: examples.path).filter { $0.hasSuffix(".swift") }
    #expect(paths.count >= 5)
    for path in paths {
      let text = try String(contentsOf: examples.appending(path: path), encoding: .utf8)
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 100, "\(path)")
    }
  }

  /// The lines of every file that is compiled.
  private static let sources = Result {
    try compiled.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { $0.hasSuffix(".swift") }
        .map { path in
          let text = try String(contentsOf: root.appending(path: folder).appending(path: path), encoding: .utf8)
          return text.split(separator: "\n", omittingEmptySubsequences: false)
        }
    }
  }

  private static func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }

  private static func unindented(_ lines: some Collection<Substring>) -> [Substring] {
    let least = lines.filter { !$0.isEmpty }.map(indentation).min() ?? 0
    return lines.map { $0.dropFirst(least) }
  }

  /// Whether the lines stand in the file one below the other, all moved by the same indentation.
  private static func has(_ lines: [Substring], in source: [Substring]) -> Bool {
    guard let first = lines.first(where: { !$0.isEmpty }), source.count >= lines.count else { return false }
    return (0...(source.count - lines.count)).contains { start in
      guard source[start].hasSuffix(lines[0]) else { return false }
      let part = source[start..<(start + lines.count)]
      guard let begin = part.first(where: { !$0.isEmpty }), begin.hasSuffix(first) else { return false }
      let depth = indentation(begin) - indentation(first)
      let moved = lines.map { $0.isEmpty ? "" : String(repeating: " ", count: max(0, depth)) + $0 }
      return depth >= 0 && zip(moved, part).allSatisfy { $0 == $1 }
    }
  }
}
