import Findings
import Foundation
import Spreadsheet
import Testing

@testable import Conversion

/// The lines of `cells`, byte for byte: other programs read them.
@Suite struct CellListingTests {
  /// A fixture of the reader, and the lines that it gives.
  static let examples: [(fixture: String, lines: [String])] = [
    (
      "hidden-first-sheet",
      [
        #"{"sheet":"封面","index":0,"state":"hidden"}"#,
        #"{"sheet":"封面","cell":"A1","kind":"number","text":"1","value":"1"}"#,
        #"{"sheet":"深藏","index":1,"state":"veryHidden"}"#,
        #"{"sheet":"深藏","cell":"A1","kind":"number","text":"2","value":"2"}"#,
        #"{"sheet":"表","index":2,"state":"visible"}"#,
        #"{"sheet":"表","cell":"A1","kind":"number","text":"3","value":"3"}"#,
      ]
    ),
    (
      "merges",
      [
        #"{"sheet":"Sheet1","index":0,"state":"visible"}"#,
        #"{"sheet":"Sheet1","cell":"A1","kind":"number","text":"1","value":"1"}"#,
        #"{"sheet":"Sheet1","merge":"A1:H1"}"#, #"{"sheet":"Sheet1","merge":"A4:B5"}"#,
        #"{"sheet":"Sheet1","merge":"C4:D5"}"#,
      ]
    ),
    (
      "booleans-and-errors",
      [
        #"{"sheet":"Sheet1","index":0,"state":"visible"}"#,
        #"{"sheet":"Sheet1","cell":"A1","kind":"boolean","text":"TRUE","value":"true"}"#,
        #"{"sheet":"Sheet1","cell":"B1","kind":"boolean","text":"FALSE","value":"false"}"#,
        ##"{"sheet":"Sheet1","cell":"C1","kind":"error","text":"#DIV/0!","value":"#DIV/0!"}"##,
        ##"{"sheet":"Sheet1","cell":"D1","kind":"error","text":"#N/A","value":"#N/A"}"##,
        #"{"sheet":"Sheet1","cell":"E1","kind":"text","text":"maybe","value":"maybe"}"#,
      ]
    ),
    (
      "dates-1904",
      [
        #"{"sheet":"Sheet1","index":0,"state":"visible"}"#,
        #"{"sheet":"Sheet1","cell":"A1","kind":"date","text":"1904/1/1","value":"0"}"#,
        #"{"sheet":"Sheet1","cell":"A2","kind":"date","text":"2023/11/30","value":"43798"}"#,
        #"{"sheet":"Sheet1","cell":"A3","kind":"date","text":"2023年11月30日","value":"43798"}"#,
      ]
    ),
    (
      "formula-without-value",
      [
        #"{"sheet":"Sheet1","index":0,"state":"visible"}"#,
        #"{"sheet":"Sheet1","cell":"A1","kind":"number","text":"2","value":"2"}"#,
        #"{"sheet":"Sheet1","cell":"B1","kind":"formula-without-value","text":"","value":"=SUM(A1:A<3)"}"#,
        #"{"sheet":"Sheet1","cell":"C1","kind":"formula-without-value","text":"","value":"=A1"}"#,
        #"{"sheet":"Sheet1","cell":"E1","kind":"text","text":"x","value":"x"}"#,
        #"{"sheet":"Sheet1","cell":"F1","kind":"formula-without-value","text":"","value":"="}"#,
      ]
    ),
    (
      "rows-and-cells-out-of-order",
      [
        #"{"sheet":"Sheet1","index":0,"state":"visible"}"#,
        #"{"sheet":"Sheet1","cell":"A1","kind":"number","text":"9","value":"9"}"#,
        #"{"sheet":"Sheet1","cell":"A3","kind":"number","text":"1","value":"1"}"#,
        #"{"sheet":"Sheet1","cell":"B3","kind":"number","text":"2","value":"2"}"#,
        #"{"sheet":"Sheet1","cell":"A4","kind":"number","text":"2","value":"2"}"#,
      ]
    ),
  ]

  @Test(arguments: examples) func listsAWorkbook(fixture: String, lines: [String]) throws {
    let file = Self.fixtures.appending(path: fixture + ".xlsx").path
    #expect(try list(.file(file)).lines == lines)
  }

  @Test func listsATextFile() throws {
    let (lines, findings) = try list(.bytes(Array("项目名称,\"甲\n\"\"乙\"\"\"\n,=75.00\n".utf8)))
    #expect(
      lines == [
        #"{"sheet":null,"index":0,"state":"visible"}"#,
        #"{"sheet":null,"cell":"A1","kind":"text","text":"项目名称","value":"项目名称"}"#,
        #"{"sheet":null,"cell":"B1","kind":"text","text":"甲\n\"乙\"","value":"甲\n\"乙\""}"#,
        #"{"sheet":null,"cell":"B2","kind":"text","text":"=75.00","value":"=75.00"}"#,
      ])
    #expect(findings.map(\.rule).first == .textEncoding)
  }

  /// Of a sheet that breaks off, what stands in front is listed; the sheets behind it are too.
  @Test func goesOnBehindADamagedSheet() throws {
    let file = Self.fixtures.appending(path: "sheet-cut-off-before-another.xlsx").path
    var text = ""
    var listing = CellListing(of: try Workbooks.open(.file(file))) { text += String(decoding: $0, as: UTF8.self) }
    let findings = try listing.list()
    #expect(text.hasSuffix(##"{"sheet":"Sheet2","cell":"A1","kind":"number","text":"2","value":"2"}"## + "\n"))
    #expect(findings.map(\.rule) == [.xlsxMalformed])
    #expect(findings.first?.place.sheet == "Sheet1")
    #expect(!listing.isComplete)
  }

  @Test func saysWhatTheReaderHadToSay() throws {
    let findings = try list(.file(Self.fixtures.appending(path: "booleans-and-errors.xlsx").path)).findings
    #expect(findings.map(\.rule) == [.xlsxInvalidValue])
    #expect(findings.first?.place.cells?.a1 == "E1")
  }

  /// More cells than are put in order: they come out while they go in, none lost where the way changes.
  @Test func listsALongTableInPieces() throws {
    let rows = 50_100
    let text = (1...rows).map { "\($0),x\n" }.joined()
    var pieces = 0
    var lines = 0
    var last: [UInt8] = []
    var listing = CellListing(of: try Workbooks.open(.bytes(Array(text.utf8)))) { bytes in
      pieces += 1
      lines += bytes.count { $0 == 0x0A }
      last = bytes
    }
    _ = try listing.list()
    #expect(lines == 1 + 2 * rows)
    #expect(pieces > 1)
    #expect(
      String(decoding: last, as: UTF8.self).hasSuffix(
        #"{"sheet":null,"cell":"B50100","kind":"text","text":"x","value":"x"}"# + "\n"))
  }

  /// Few cells of long texts: what they take together is never in memory at once.
  @Test func keepsHardlyMoreThanOneCell() throws {
    let field = String(repeating: "绩", count: 10_000)
    let text = String(repeating: (0..<40).map { _ in field }.joined(separator: ",") + "\n", count: 5)
    var longest = 0
    var lines = 0
    var listing = CellListing(of: try Workbooks.open(.bytes(Array(text.utf8)))) { bytes in
      longest = max(longest, bytes.count)
      lines += bytes.count { $0 == 0x0A }
    }
    _ = try listing.list()
    #expect(lines == 1 + 200)
    #expect(longest < 64 * 1024 + 2 * field.utf8.count + 1000)
  }

  /// Behind the limit nothing more is listed, of the next sheet neither.
  @Test func endsWhereASmallPackageShowsTooMuch() throws {
    let row = String(repeating: "绩", count: 10_000) + ",x\n"
    let workbook = SmallPackage(of: try Workbooks.open(.bytes(Array(String(repeating: row, count: 100).utf8))))
    var listed = 0
    var listing = CellListing(of: workbook) { listed += $0.count }
    let findings = try listing.list()
    #expect(findings.filter { $0.severity == .error }.map(\.rule) == [.fileTooLarge, .fileTooLarge])
    #expect(findings.last?.values == ["limit": "listingRatio", "maximum": "300"])
    #expect(!listing.isComplete)
    #expect((300_000..<600_000).contains(listed))
  }

  /// A table that says of itself to be two sheets in a package of 1,000 bytes.
  private final class SmallPackage: Workbook {
    private let table: any Workbook
    var format: FileFormat { .xlsx }
    var sheets: [SheetInfo] { table.sheets + table.sheets }
    var findings: [Finding] { [] }
    var compressedSize: Int? { 1_000 }
    var limits: Limits {
      var limits = Limits()
      limits.listedBytesWithoutRatio = 100_000
      return limits
    }

    init(of table: any Workbook) { self.table = table }

    func rows(of sheet: SheetInfo) throws(Refusal) -> any RowReader { try table.rows(of: sheet) }
  }

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures/xlsx")

  private func list(_ source: ByteSource) throws -> (lines: [String], findings: [Finding]) {
    var bytes: [UInt8] = []
    var listing = CellListing(of: try Workbooks.open(source)) { bytes += $0 }
    let findings = try listing.list()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.last == "\n")
    return (text.split(separator: "\n").map(String.init), findings)
  }
}
