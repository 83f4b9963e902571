import Conversion
import Foundation
import Testing

@testable import Spreadsheet

/// `Documentation/Formats.md` has a table of what is read and one of what is written. Set `UPDATE_DOCUMENTATION` to write them anew.
@Suite(.serialized) struct FormatsDocumentationTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/Formats.md")

  private static let read =
    "| read by itself | usually called |\n|---|---|\n"
    + Workbooks.readers.map { reader in
      "| \(reader.names.joined(separator: ", ")) | \(reader.fileExtensions.map { "`.\($0)`" }.joined(separator: ", ")) |\n"
    }.joined()

  private static let written =
    "| `--to` | format | media type |\n|---|---|---|\n"
    + OutputFormat.allCases.map { "| `\($0.rawValue)` | \($0.name) | `\($0.mediaType)` |\n" }.joined()

  @Test(arguments: [("read", read), ("written", written)])
  func `a table of formats is up to date`(name: String, table: String) throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let begin = try #require(
      text.range(of: "<!-- \(name): UPDATE_DOCUMENTATION=1 swift test --filter FormatsDocumentation -->\n"))
    let end = try #require(text.range(of: "<!-- end -->", range: begin.upperBound..<text.endIndex))
    if ProcessInfo.processInfo.environment["UPDATE_DOCUMENTATION"] != nil {
      try text.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: table)
        .write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[begin.upperBound..<end.lowerBound] == table, "run once with UPDATE_DOCUMENTATION=1")
    }
  }
}
