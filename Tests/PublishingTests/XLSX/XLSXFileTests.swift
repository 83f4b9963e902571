import Findings
import Foundation
import Testing

@testable import Publishing

private func cell(_ a1: String) -> CellReference { CellReference(a1) ?? CellReference(row: 0, column: 0) }
private func range(_ a1: String) -> CellRange { CellRange(a1) ?? CellRange(CellReference(row: 0, column: 0)) }

@Suite struct XLSXFileTests {
  /// What Excel would repair or cut.
  private static let traps: [(rule: Rule, write: @Sendable (XLSXSheet) throws -> Void)] = [
    (
      .workbookMergeOverlap,
      {
        try $0.merge(range("A1:C3")); try $0.merge(range("C3:D4"))
      }
    ),
    (
      .workbookMergeOverlap,
      {
        try $0.merge(range("B2:C9")); try $0.merge(range("A5:B5"))
      }
    ),
    (.workbookNumber, { try $0.write(Decimal.nan, at: cell("A1")) }),
    (.workbookNumber, { try $0.write(digits: "inf", at: cell("A1")) }),
    (.workbookNumber, { try $0.write(digits: "-1e400", at: cell("A1")) }),
    (.workbookNumber, { try $0.write(digits: "1,5", at: cell("A1")) }),
    (.workbookTextTooLong, { try $0.write(String(repeating: "长", count: 32_768), at: cell("A1")) }),
    (.workbookTextTooLong, { try $0.write(String(repeating: "😀", count: 16_384), at: cell("A1")) }),
    (.workbookTextTooLong, { try $0.comment(String(repeating: "长", count: 32_768), at: cell("A1"), author: "") }),
    // 256 bytes of UTF-8, where the library ends the process; 92 characters.
    (
      .workbookListTooLong,
      { try $0.setInput(.init(.options((0..<9).map { "完全不可能完成的\($0)项" } + ["甲"])), for: range("A1")) }
    ),
    (.workbookListTooLong, { try $0.setInput(.init(.options([])), for: range("A1")) }),
    (.workbookWriteFailed, { try $0.write("甲", at: CellReference(row: 1_048_576, column: 0)) }),
    (.workbookWriteFailed, { try $0.write(1, at: CellReference(row: 0, column: 65_536)) }),
    (.workbookListTooLong, { try $0.setInput(.init(.options(["一,二"])), for: range("A1")) }),
    (
      .workbookTextTooLong,
      {
        var page = XLSXSheet.PageSetup()
        page.footer = String(repeating: "页", count: 256)
        try $0.setPage(page)
      }
    ),
  ]

  @Test(arguments: traps.indices)
  func aTrapIsRefused(index: Int) throws {
    let trap = Self.traps[index]
    let sheet = try XLSXFile().addSheet("表")
    #expect { try trap.write(sheet) } throws: { ($0 as? Refusal)?.finding.rule == trap.rule }
  }

  /// Past 255 bytes of UTF-8 version 1.1.4 of the library ends the process.
  @Test(arguments: [254, 255, 256, 257, 300]) func aListHas255BytesOfUTF8(length: Int) throws {
    let file = try XLSXFile()
    let sheet = try file.addSheet("表")
    let head = (1...9).map { "完全不可能完成\($0)" }.joined(separator: ",")
    let list = head + "," + String(repeating: "a", count: length - head.utf8.count - 1)
    let options = list.split(separator: ",").map(String.init)
    guard length <= 255 else {
      #expect { try sheet.setInput(.init(.options(options)), for: range("A1")) } throws: {
        ($0 as? Refusal)?.finding.rule == .workbookListTooLong
      }
      return
    }
    try sheet.setInput(.init(.options(options)), for: range("A1"))
    let xml = try WrittenPackage(file.close()).text("xl/worksheets/sheet1.xml")
    #expect(xml.contains("<formula1>\"\(list)\"</formula1>"))
  }

  @Test(arguments: ["", "a/b", "'a", "a'", "History", "表1", String(repeating: "长", count: 32)])
  func aSheetNameThatExcelRefusesIsRefused(name: String) throws {
    let file = try XLSXFile()
    _ = try file.addSheet("表1")
    #expect { try file.addSheet(name) } throws: { ($0 as? Refusal)?.finding.rule == .workbookSheetName }
  }

  @Test(arguments: [255, 256]) func aFooterHas255Characters(length: Int) throws {
    let file = try XLSXFile()
    let sheet = try file.addSheet("表")
    var page = XLSXSheet.PageSetup()
    page.footer = String(repeating: "页", count: length)
    guard length <= 255 else {
      #expect(throws: Refusal.self) { try sheet.setPage(page) }
      return
    }
    try sheet.setPage(page)
    let written = try WrittenPackage(file.close()).text("xl/worksheets/sheet1.xml")
    #expect(written.contains("<oddFooter>" + String(repeating: "页", count: 255) + "</oddFooter>"))
  }

  @Test(arguments: ["0.22", "6883.62", "0.1", "123456789.012345", "-0.000001", "99999999999999.9"])
  func aNumberIsWrittenAsItIs(text: String) throws {
    let number = try #require(Decimal(plain: text))
    let file = try XLSXFile()
    try file.addSheet("表").write(number, at: cell("A1"))
    let read = try ReadBack.sheets(of: file.close())[0]
    #expect(read[cell("A1")]?.value == text)
  }

  @Test(arguments: ["=1+1", "_x0041_", "a\u{1}b", "  边上有空格 ", "第一行\n第二行", "<&>\"'", "\u{FFFF}"])
  func aTextComesBackAsItIs(text: String) throws {
    let file = try XLSXFile()
    try file.addSheet("表").write(text, at: cell("B2"))
    #expect(try ReadBack.sheets(of: file.close())[0][cell("B2")]?.value == text)
  }

  @Test func aSheetOfAClosedWorkbookRefuses() throws {
    let file = try XLSXFile()
    let sheet = try file.addSheet("表")
    try file.close()
    let calls: [() throws -> Void] = [
      { try sheet.write("甲", at: cell("A1")) }, { try sheet.write(1, at: cell("A1")) },
      { try sheet.write("", at: cell("A1")) }, { try sheet.write(Decimal(1), at: cell("A1")) },
      { try sheet.writeFormula("=1", at: cell("A1")) }, { try sheet.merge(range("A1:B1")) },
      { try sheet.setHeight(20, ofRow: 0) }, { try sheet.setWidth(20, ofColumns: 0...1) },
      { try sheet.setPage(.init()) },
      { try sheet.freeze(at: cell("A2")) }, { try sheet.addFilter(on: range("A1:B1")) }, { try sheet.activate() },
      { try sheet.hideGridlines() }, { try sheet.protect() }, { try sheet.comment("甲", at: cell("A1"), author: "") },
      { try sheet.setInput(.init(.options(["甲"])), for: range("A1")) },
      { try sheet.acceptNumbersAsText(in: range("A1")) }, { _ = try file.addSheet("乙") },
      { _ = try file.style(CellStyle()) }, { try file.close() },
    ]
    for call in calls { #expect(throws: Refusal.self) { try call() } }
  }

  @Test func aStreamedSheetRefusesWhatItCannotDo() throws {
    let sheet = try XLSXFile(isStreamed: true).addSheet("台账")
    try sheet.write("甲", at: cell("A5"))
    #expect(throws: Refusal.self) { try sheet.write("乙", at: cell("A4")) }
    #expect(throws: Refusal.self) { try sheet.merge(range("A6:B6")) }
  }

  @Test func aStreamedSheetIsWrittenRowByRow() throws {
    let file = try XLSXFile(isStreamed: true)
    let sheet = try file.addSheet("台账")
    for row in 0..<12_000 {
      try sheet.write(
        "第\(row)行的一段文字，足够长，使草稿文件超出内存的上限；" + String(repeating: "长", count: 120), at: CellReference(row: row, column: 0))
      try sheet.write(row, at: CellReference(row: row, column: 1))
    }
    let bytes = try file.close()
    #expect(try PackageCheck.faults(in: bytes) == [])
    #expect(try ReadBack.sheets(of: bytes)[0].cells.count == 24_000)
  }

  @Test func aFolderThatIsMissingIsAReason() throws {
    #expect { try XLSXFile(.path("/nonexistent/a.xlsx")) } throws: {
      ($0 as? Refusal)?.finding.values["reason"]?.isEmpty == false
    }
  }

  @Test func aFullDiskIsAReason() throws {
    let file = try XLSXFile(.path("/dev/full"))
    try file.addSheet("表").write(String(repeating: "长", count: 30_000), at: cell("A1"))
    #expect(throws: Refusal.self) { try file.close() }
  }

  @Test func workbooksOfManyThreadsAreThoseOfOne() async throws {
    let expected = try OfficialPage.workbook(of: [SamplePages.first]).bytes
    let same = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask { (try? OfficialPage.workbook(of: [SamplePages.first]).bytes) == expected }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(same)
  }

  /// The library prints numbers with the decimal mark of the thread's locale.
  @Test(.enabled(if: hasLocaleWithComma, "needs the locale de_DE.UTF-8"), arguments: [false, true])
  func theHostsLocaleDoesNotChangeNumbers(isStreamed: Bool) throws {
    let comma = try #require(newlocale(1 << LC_NUMERIC, "de_DE.UTF-8", nil))
    let outer = uselocale(comma)
    defer {
      uselocale(outer)
      freelocale(comma)
    }
    let file = try XLSXFile(isStreamed: isStreamed)
    let sheet = try file.addSheet("表")
    try sheet.setHeight(20.25, ofRow: 0)
    try sheet.setWidth(10.5, ofColumns: 0...0)
    try sheet.write(Decimal(string: "1.5") ?? 0, at: cell("A1"))
    let xml = try WrittenPackage(file.close()).text("xl/worksheets/sheet1.xml")
    #expect(xml.contains("<v>1.5</v>") && xml.contains("ht=\"20.25\""), "\(xml)")
  }

  private static var hasLocaleWithComma: Bool {
    guard let comma = newlocale(1 << LC_NUMERIC, "de_DE.UTF-8", nil) else { return false }
    freelocale(comma)
    return true
  }
}
