import Foundation
import Testing

/// Nothing in `Sources` knows what stands above it: modules by what they import, folders by the types they name.
@Suite struct LayerTests {
  private static let modules = SourceFolder.modules

  @Test func `every module has its place`() throws {
    let stack = try #require(Layers().stacks["modules"])
    #expect(Set(stack.heights.keys) == Set(Self.modules), "Layers.txt lists the modules there are")
    #expect(Self.modules.contains("PageServer") && !Self.modules.contains("CZip"))
  }

  @Test(arguments: modules)
  func `a module imports those below it`(module: String) throws {
    let stack = try #require(Layers().stacks["modules"])
    #expect(stack.heights[module] != nil)
    #expect(try stack.upwardImports(of: module, in: SourceFolder(module: module).files) == [])
  }

  @Test(arguments: modules)
  func `a folder names types of the folders below it`(module: String) throws {
    let stack = try #require(Layers().stacks[module])
    let source = try SourceFolder(module: module)
    #expect(stack.upwardNames(in: source.files, types: source.types) == [])
    #expect(Set(stack.heights.keys) == Set(source.files.map(\.folder)), "Layers.txt lists the folders there are")
  }

  /// A file in each module in turn, with an import of one that does not stand below it.
  @Test(arguments: modules, ["import", "internal import", "@testable import", "import struct"])
  func `an upward import is told`(module: String, words: String) throws {
    let stack = try #require(Layers().stacks["modules"])
    // Nothing stands above the command.
    guard let above = stack.heights.keys.sorted().first(where: { $0 != module && !stack.mayKnow(module, $0) }) else {
      return #expect(module == "tracktable")
    }
    let name = words.hasSuffix("struct") ? above + ".Thing" : above
    let planted = SourceFolder.File(folder: ".", path: "Planted.swift", source: "import Foundation\n\(words) \(name)\n")
    #expect(stack.upwardImports(of: module, in: [planted]) == ["Planted.swift imports \(above)"])
  }

  /// Each module that has folders above others, with a file in a lowest folder that names a type of a highest one.
  @Test(arguments: modules)
  func `an upward name is told`(module: String) throws {
    let stack = try #require(Layers().stacks[module])
    let source = try SourceFolder(module: module)
    let types = source.types
    let heights = stack.heights.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let lowest = heights.first, heights.contains(where: { $0.value > lowest.value }) else { return }
    // A type of one high folder alone.
    let upper = types.filter { $0.value.count == 1 && stack.heights[$0.value.first ?? ""] ?? 0 > lowest.value }
    let (name, folders) = try #require(upper.min { $0.key < $1.key })
    let planted = SourceFolder.File(folder: lowest.key, path: "Planted.swift", source: "let planted: [\(name)] = []\n")
    let told = stack.upwardNames(in: [planted], types: types)
    #expect(told == ["Planted.swift names \(name) of \(folders.first ?? "")"])
  }
}
