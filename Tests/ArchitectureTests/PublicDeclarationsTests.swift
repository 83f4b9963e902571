import Foundation
import Testing

/// What is public is meant for embedding programs; what modules have for each other is `package`.
@Suite struct PublicDeclarationsTests {
  private static let library = [
    "Findings", "TrackingModel", "Spreadsheet", "Recognition", "Checking", "Publishing", "Conversion", "TrackTable",
    "OfficeDocuments", "Store",
  ]

  @Test(arguments: ["SystemCalls", "PageServer", "tracktable"])
  func `a module that nobody embeds has nothing public`(module: String) throws {
    let files = try SourceFolder(module: module).files
    #expect(files.filter { $0.text.contains(#/\bpublic\b/#) }.map(\.path) == [])
    #expect(!files.isEmpty)
  }

  @Test(arguments: library) func `a public type says what it stands for`(module: String) throws {
    let root = SourceFolder.sources.appendingPathComponent(module)
    var silent: [String] = []
    var count = 0
    for file in try SourceFolder(module: module).files {
      let text = try String(contentsOf: root.appendingPathComponent(file.path), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where line.contains(Self.type) {
        count += 1
        let above = lines[..<index].last { line in !line.drop { $0 == " " }.hasPrefix("@") } ?? ""
        if !above.drop(while: { $0 == " " }).hasPrefix("///") { silent.append("\(file.path): \(line)") }
      }
    }
    #expect(silent == [])
    #expect(count > 0 || module == "TrackTable")
  }

  nonisolated(unsafe) private static let type =
    #/^ *public (?:final |indirect )*(?:struct|class|enum|protocol|actor|typealias) /#

  @Test func `rules are known by their names`() throws {
    for module in Self.library {
      let files = try SourceFolder(module: module).files
      #expect(files.filter { $0.text.contains(#/public static let \w+ = Rule\(/#) }.map(\.path) == [])
    }
  }
}
