import Findings
import Foundation
import Testing

@testable import Publishing

@Suite struct TemporaryFileTests {
  @Test func theLibrarysScratchFilesAreOurs() {
    #expect(TemporaryFile.isTakenOver)
  }

  @Test func aSmallWorkbookIsMade() throws {
    let file = try XLSXFile()
    let sheet = try file.addSheet("表一")
    try sheet.write("项目名称", at: CellReference(row: 0, column: 0))
    try sheet.write(Decimal(string: "6883.62") ?? 0, at: CellReference(row: 1, column: 0))
    let bytes = try file.close()
    #expect(bytes.starts(with: Array("PK".utf8)))
  }
}
