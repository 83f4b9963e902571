import Findings
import Foundation
import Testing

@testable import Spreadsheet

/// Each file in fixtures/docx against the lines beside it, which say what a person sees in its tables.
@Suite struct DOCXFixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures/docx").standardized

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".docx") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func thereAreFixtures() { #expect(Self.names.count > 40) }

  @Test(arguments: names) func readsAsWritten(_ name: String) throws {
    let expected = try String(contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8)
    let lines = expected.split(separator: "\n").map { String($0) }
    #expect(FixtureListing(path: Self.folder.appending(path: name + ".docx").path).lines == lines)
  }

  /// Word's own limits are far below those of a sheet; a table that goes beyond a sheet's is refused whatever is in it.
  @Test func aTableHasAsManyColumnsAsALimitAllows() throws {
    let path = Self.folder.appending(path: "spans-and-merges-down.docx").path
    var limits = Limits()
    limits.columnsOfTable = 2
    #expect { try Workbooks.open(path: path, options: ReadingOptions(limits: limits)) } throws: {
      ($0 as? Refusal)?.finding.values["limit"] == "columnsOfTable"
    }
  }
}
