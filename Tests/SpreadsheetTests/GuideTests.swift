import Findings
import Foundation
import Spreadsheet
import Testing

/// The examples of Documentation/Spreadsheet.md, with nothing but what the module makes public.
@Suite struct GuideTests {
  private let path = Self.root + "fixtures/xlsx/guide.xlsx"

  @Test func rows() async throws {
    let workbook = try Workbooks.open(path: path)
    for info in workbook.sheets {
      let rows = try workbook.rows(of: info)
      while let row = try rows.next() {
        for cell in row.cells { print(cell.reference, cell.text) }
      }
      print(try rows.readToEnd().merges.map(\.a1))
    }

    for try await row in RowSequence(try workbook.rows(of: workbook.sheets[0])) {
      print(row.index, row[column: 1]?.text ?? "")
    }

    let sheet = try workbook.sheet(workbook.sheets[0])
    for row in sheet.rows { print(row.cells.count) }
    print(sheet["B2"]?.text ?? "", sheet.merges.map(\.a1), sheet.hiddenRows)

    #expect(sheet.rows.map(\.cells.count) == [2, 2, 2])
    #expect([0, 1, 2].map { sheet.rows[1][column: $0]?.text } == ["预算数", "1,234.50", nil])
  }

  @Test func cells() throws {
    let workbook = try Workbooks.open(path: path)
    let sheet = try workbook.sheet(workbook.sheets[0])

    let amount = try #require(sheet["B2"])
    #expect(amount.text == "1,234.50")
    #expect(amount.value == "1234.5")
    #expect(amount.number == Decimal(string: "1234.5"))
    #expect(amount.format == "#,##0.00")

    let due = try #require(sheet["B3"]?.day)
    #expect(due.year == 2023 && due.month == 8 && due.day == 31)

    #expect(CellReference("C4")?.r1c1 == "R4C3")
    #expect(CellReference(row: 3, column: 2).a1 == "C4")
  }

  @Test func documentsAndArchives() throws {
    let archivePath = Self.root + "fixtures/archives/names-in-utf8.zip"
    let archive = try FileArchive(.file(archivePath))
    for member in archive.members {
      print(String(decoding: member.name, as: UTF8.self), try archive.bytes(of: member).count)
    }

    #expect(archive.members.map(\.size) == [9, 9, 6])
  }

  @Test func whatGoesWrong() throws {
    do throws(Refusal) {
      _ = try Workbooks.open(bytes: Array("PK\u{3}\u{4}and then nothing".utf8))
    } catch {
      print(error.finding.message(in: .english), error.finding.place.position?.part ?? "")
    }

    var limits = Limits.standard
    limits.inflatedBytes = 100_000_000
    let trusted = try Workbooks.open(path: path, options: ReadingOptions(limits: limits))

    #expect(trusted.sheets.map(\.name) == ["台账"])
  }

  @Test func delimitedText() throws {
    let source = ByteSource.bytes(Array("a;b\r\n1;\"2;3\"\r\n".utf8))
    let text = try TextWorkbook.open(source, dialect: Dialect(delimiter: .semicolon))
    let records = try text.records()
    while try records.next() {
      let fields = (0..<records.fieldCount).map { records.text(of: $0) }
      print(records.line, fields)
    }

    var writer = DelimitedWriter(.csv)
    writer.write(["项目", "=1+1"])
    let bytes = writer.drain()
    let back = try Workbooks.open(bytes: bytes).sheet(SheetInfo(name: nil))
    #expect(back["B1"]?.text == "=1+1")
  }

  @Test func theGuideShowsTheseVeryLines() throws {
    let tested = try Self.lines(of: "Tests/SpreadsheetTests/GuideTests.swift")
    let guide = try String(contentsOfFile: Self.root + "Documentation/Spreadsheet.md", encoding: .utf8)
    let examples = guide.components(separatedBy: "```swift\n").dropFirst().map {
      Self.trimmed($0.components(separatedBy: "```")[0])
    }
    #expect(examples.count == 11)
    for example in examples { #expect(tested.contains(example), "\(example)") }
  }

  private static let root = String(#filePath.dropLast("Tests/SpreadsheetTests/GuideTests.swift".count))

  private static func lines(of path: String) throws -> String {
    trimmed(try String(contentsOfFile: root + path, encoding: .utf8))
  }

  /// The lines of a code without what they are indented by.
  private static func trimmed(_ code: String) -> String {
    code.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
  }
}
