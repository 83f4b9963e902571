import Findings
import Foundation
import Testing

@testable import Publishing

/// The same forms are the same bytes, whoever writes them, where and when.
@Suite struct SameBytesTests {
  private static func workbooks() throws -> [[UInt8]] {
    let page = try OfficialPage.workbook(of: [SamplePages.first, SamplePages.form(indicators: 30)]).bytes
    let finding = Finding(.workbookWriteFailed, at: Place(field: "project.name"), ["reason": "甲"])
    let review = try ReviewCopy.workbook(of: [(SamplePages.first, [finding])]).bytes
    let ledger = try LedgerWorkbook()
    for _ in 0..<50 { try ledger.add(SamplePages.first) }
    return [page, review, try OfficialTemplate.workbook(), try ledger.close()]
  }

  @Test func inTwoRuns() throws { #expect(try Self.workbooks() == Self.workbooks()) }

  @Test func inParallel() async throws {
    let expected = try Self.workbooks()
    let same = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { (try? Self.workbooks()) == expected } }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(same)
  }

  @Test func withoutZIP64() throws {
    for bytes in try Self.workbooks() {
      #expect(try WrittenPackage(bytes).unusualHeaders == [])
      // The end of the directory as ZIP64 has it, and where to find it (APPNOTE 4.3.14, 4.3.15).
      for signature in ["PK\u{6}\u{6}", "PK\u{6}\u{7}"] { #expect(Data(bytes).range(of: Data(signature.utf8)) == nil) }
    }
  }
}
