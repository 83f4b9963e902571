import Findings
import Foundation
import Testing

@testable import Publishing

@Suite struct ScratchSpaceTests {
  @Test func theLibraryAsksUsForItsScratchFiles() { #expect(ScratchSpace.isAsked) }

  @Test func everyPartOfAWorkbookIsMadeInMemory() throws {
    let file = try XLSXFile()
    let sheet = try file.addSheet("表")
    try sheet.write("甲", at: CellReference(row: 0, column: 0))
    try sheet.comment("说明", at: CellReference(row: 0, column: 0), author: "")
    let parts = try WrittenPackage(file.close()).parts.count
    #expect(parts > 10)
    #expect(file.scratch.count == parts)
  }

  @Test func theRowsOfAStreamedSheetAreMadeInMemory() throws {
    let file = try XLSXFile(isStreamed: true)
    _ = try file.addSheet("台账")
    #expect(file.scratch.count == 1)
  }

  @Test func longRowsAreKeptDeflatedAndGivenBackAsTheyArePacked() throws {
    let file = try XLSXFile(isStreamed: true)
    let sheet = try file.addSheet("台账")
    func text(_ row: Int) -> String {
      (0..<40).map { "社区养老服务设施建设\((row * 7919 + $0 * 104_729) % 99_991)" }.joined(separator: "，")
    }
    for row in 0..<12_000 { try sheet.write(text(row), at: CellReference(row: row, column: 0)) }
    // 18 MB of rows.
    #expect(file.scratch.size < 9 << 20)
    let sheets = try ReadBack.sheets(of: file.close())
    #expect(file.scratch.size == 0)
    #expect(sheets[0].cells.count == 12_000)
    for row in [0, 5_000, 11_999] { #expect(sheets[0][CellReference(row: row, column: 0)]?.value == text(row)) }
  }

  @Test(arguments: [1, 100, 5_000, 40_000]) func whatCannotBeKeptIsARefusal(room: Int) throws {
    let file = try XLSXFile(.memory, isStreamed: false, largestPart: UInt64(room))
    let sheet = try file.addSheet("表")
    for row in 0..<1000 { try sheet.write("第\(row)行的一段文字", at: CellReference(row: row, column: 0)) }
    #expect { try file.close() } throws: { ($0 as? Refusal)?.finding.rule == .workbookWriteFailed }
  }

  @Test func rowsThatCannotBeKeptAreARefusalBeforeTheEnd() throws {
    let file = try XLSXFile(.memory, isStreamed: true, largestPart: 100_000)
    let sheet = try file.addSheet("台账")
    #expect {
      for row in 0..<10_000 { try sheet.write("第\(row)行的一段文字", at: CellReference(row: row, column: 0)) }
    } throws: {
      ($0 as? Refusal)?.finding.rule == .workbookWriteFailed
    }
  }

  @Test func aWorkbookThatIsNeverClosedGivesItsScratchBack() throws {
    for _ in 0..<100 {
      let sheet = try XLSXFile(isStreamed: true).addSheet("台账")
      try sheet.write("甲", at: CellReference(row: 0, column: 0))
    }
  }
}
