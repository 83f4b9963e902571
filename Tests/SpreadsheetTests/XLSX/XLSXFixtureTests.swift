import Findings
import Foundation
import Testing

@testable import Spreadsheet

/// Each file in fixtures/xlsx against the lines beside it, which say what a person sees in it.
@Suite struct XLSXFixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures/xlsx").standardized

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".xlsx") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func thereAreFixtures() { #expect(Self.names.count > 70) }

  @Test(arguments: names) func readsAsWritten(_ name: String) throws {
    let expected = try String(contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8)
    let lines = expected.split(separator: "\n").map { String($0) }
    #expect(FixtureListing(path: Self.folder.appending(path: name + ".xlsx").path).lines == lines)
  }
}
