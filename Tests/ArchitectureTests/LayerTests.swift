import Foundation
import Testing

/// Nothing in `Sources` knows what stands above it: modules by what they import, folders by the types they name.
@Suite struct LayerTests {
  private static let modules = [
    "SystemCalls", "Findings", "TrackingModel", "Spreadsheet", "Recognition", "Checking", "Publishing", "Conversion",
    "OfficeDocuments", "PageServer", "tracktable",
  ]

  @Test(arguments: modules)
  func `a module imports those below it`(module: String) throws {
    let stack = try #require(Layers().stacks["modules"])
    let upward = try SourceFolder(module: module).files.flatMap { file in
      file.imports.map(String.init).filter { stack.heights[$0] != nil && !stack.mayKnow(module, $0) }
        .map { "\(file.name) imports \($0)" }
    }
    #expect(stack.heights[module] != nil)
    #expect(upward == [])
  }

  @Test(arguments: modules)
  func `a folder names types of the folders below it`(module: String) throws {
    let stack = try #require(Layers().stacks[module])
    let source = try SourceFolder(module: module)
    let types = source.types
    let upward = source.files.flatMap { file -> [String] in
      file.names.compactMap { name in
        guard let folders = types[name], !folders.contains(file.folder),
          !folders.contains(where: { stack.mayKnow(file.folder, $0) })
        else { return nil }
        return "\(file.name) names \(name) of \(folders.sorted().joined(separator: ", "))"
      }
    }
    #expect(upward.sorted() == [])
    #expect(Set(stack.heights.keys) == Set(source.files.map(\.folder)), "Layers.txt lists the folders there are")
  }

  @Test func `an upward name is told`() throws {
    let stack = try #require(Layers().stacks["TrackingModel"])
    #expect(stack.mayKnow("Ledger", "Text") && !stack.mayKnow("Text", "Ledger") && !stack.mayKnow("Ledger", "JSON"))
    let types = try SourceFolder(module: "TrackingModel").types
    #expect(types["FormDefinition"] == ["Definition"] && types["LedgerTable"] == ["Ledger"])
  }
}
