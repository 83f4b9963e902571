import Findings
import Foundation
import Testing

@testable import Spreadsheet

/// Each file in fixtures/xls against the lines beside it, which say what a person sees in it; `Tests/Tools/biff` makes both.
@Suite struct XLSFixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures/xls").standardized

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { !$0.hasSuffix(".txt") }.sorted()
  }()

  @Test func thereAreFixtures() { #expect(Self.names.count > 130) }

  @Test(arguments: names) func readsAsWritten(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let expected = try String(contentsOf: file.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
    let lines = expected.split(separator: "\n").map { String($0) }
    #expect(FixtureListing(path: file.path).lines == lines)
  }

  /// By path a large file is read as it is needed; the bytes are the same.
  @Test(arguments: names) func readsTheSameFromItsFile(_ name: String) throws {
    let path = Self.folder.appending(path: name).path
    let size = try #require(ByteSource.file(path).fileSize)
    func content(_ open: () throws(Refusal) -> XLSWorkbook) -> [String] {
      do throws(Refusal) {
        let workbook = try open()
        return try workbook.sheets.map { (info) throws(Refusal) in "\(try workbook.sheet(info).cells)" }
      } catch {
        return [error.finding.rule.name]
      }
    }
    let bytes = try ByteSource.file(path).bytes()
    #expect(
      content { () throws(Refusal) in try XLSWorkbook(path: path, size: size, limits: .standard) }
        == content { () throws(Refusal) in try XLSWorkbook(bytes) })
  }
}
