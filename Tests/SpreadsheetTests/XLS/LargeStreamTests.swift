import Findings
import Testing

@testable import Spreadsheet

/// Streams of more than four megabytes are read through a window that moves along; a record, and a text in several, lies anywhere in it.
@Suite struct LargeStreamTests {
  private static func text(_ number: Int) -> String {
    String(repeating: "第\(number)项指标完成率", count: 80 + number % 90)
  }

  /// The characters of a text in three records, cut wherever the generator says.
  private static func pieces(_ text: String, _ random: inout SeededGenerator) -> [[UInt8]] {
    let bytes = BIFFBytes.wide(text)
    let cuts = [0, 0].map { _ in 2 * Int.random(in: 0..<bytes.count / 2, using: &random) }.sorted()
    return [Array(bytes[..<cuts[0]]), Array(bytes[cuts[0]..<cuts[1]]), Array(bytes[cuts[1]...])]
  }

  @Test func textsOfCellsInSeveralRecords() throws {
    var random = SeededGenerator(seed: 22)
    var sheet: [UInt8] = []
    let rows = 2_000
    for row in 0..<rows {
      let text = Self.text(row)
      let parts = Self.pieces(text, &random)
      sheet += BIFFBytes.record(0x204, BIFFBytes.word(row, 0, 0, text.utf16.count), [1], parts[0])
      sheet += BIFFBytes.record(0x3C, [1], parts[1]) + BIFFBytes.record(0x3C, [1], parts[2])
      sheet += BIFFBytes.number(row, 1, Double(row) / 8)
    }
    let bytes = BIFFBytes.workbook(sheet: sheet)
    #expect(bytes.count > 4_500_000)
    let workbook = try Workbooks.open(bytes: bytes)
    let reader = try workbook.rows(of: workbook.sheets[0])
    var count = 0
    while let row = try reader.next() {
      #expect(row.index == count)
      #expect(row.cells.map(\.text) == [Self.text(count), ExactNumber(Double(count) / 8)?.plainText])
      count += 1
    }
    #expect(count == rows)
    #expect(reader.findings.isEmpty)
  }

  @Test func sharedTextsInSeveralRecords() throws {
    var random = SeededGenerator(seed: 23)
    var records: [[UInt8]] = [[UInt8](repeating: 0, count: 8)]
    var sheet: [UInt8] = []
    let rows = 2_000
    for row in 0..<rows {
      let text = Self.text(row)
      let parts = Self.pieces(text, &random)
      records[records.count - 1] += BIFFBytes.word(text.utf16.count) + [1] + parts[0]
      records += [[1] + parts[1], [1] + parts[2]]
      // A record holds no more than this; the next text may begin in one of its own.
      if records[records.count - 1].count > 7_000 { records.append([]) }
      sheet += BIFFBytes.record(0xFD, BIFFBytes.word(row, 0, 0, row, 0))
    }
    var shared: [UInt8] = []
    for (index, data) in records.enumerated() { shared += BIFFBytes.record(index == 0 ? 0xFC : 0x3C, data) }
    let bytes = BIFFBytes.workbook(sheet: sheet, shared: shared)
    #expect(bytes.count > 4_500_000)
    let workbook = try Workbooks.open(bytes: bytes)
    let sheets = try workbook.sheet(workbook.sheets[0])
    #expect(sheets.cells.count == rows)
    for (index, cell) in sheets.cells.enumerated() { #expect(cell.text == Self.text(index)) }
  }

  @Test func behindARefusalStandsTheRefusal() throws {
    let sheet = BIFFBytes.number(0, 0, 1) + BIFFBytes.number(1, 0, 2) + BIFFBytes.record(0x203, [1, 0, 1, 0, 0, 0])
    let workbook = try Workbooks.open(.bytes(BIFFBytes.workbook(sheet: sheet)))
    let rows = try workbook.rows(of: workbook.sheets[0])
    #expect(try rows.next()?.index == 0)
    #expect(throws: Refusal.self) { try rows.next() }
    #expect(throws: Refusal.self) { try rows.next() }
    #expect(throws: Refusal.self) { try rows.readToEnd() }
  }

  /// The place is that of the last record there is, be it one that says nothing of cells.
  @Test(arguments: [0x200, 0x204]) func aSheetWithoutAnEndIsPlaced(_ lastType: Int) throws {
    let last = BIFFBytes.record(lastType, [UInt8](repeating: 0, count: 14))
    let bytes = Array(BIFFBytes.workbook(sheet: BIFFBytes.number(0, 0, 1) + last).dropLast(BIFFBytes.end.count))
    let workbook = try Workbooks.open(bytes: bytes)
    do throws(Refusal) {
      _ = try workbook.rows(of: workbook.sheets[0])
      Issue.record("not refused")
    } catch {
      #expect(error.finding.values["reason"] == "sheet without an end")
      #expect(error.finding.place.position?.byteOffset == bytes.count - last.count)
    }
  }

  @Test func limitsHold() throws {
    func rule(_ change: (inout Limits) -> Void, _ bytes: [UInt8]) -> String? {
      var limits = Limits()
      change(&limits)
      do throws(Refusal) {
        let workbook = try Workbooks.open(bytes: bytes, options: ReadingOptions(limits: limits))
        for info in workbook.sheets { _ = try workbook.sheet(info) }
        return nil
      } catch {
        return error.finding.values["limit"]
      }
    }
    let text = BIFFBytes.wide("项目")
    let shared = BIFFBytes.record(0xFC, BIFFBytes.word(1, 0, 1, 0, 2), [1], text)
    let merges = BIFFBytes.record(0xE5, BIFFBytes.word(2, 0, 0, 0, 1, 1, 1, 0, 1))
    let label = BIFFBytes.record(0x204, BIFFBytes.word(0, 1, 0, 2), [1], text)
    let bytes = BIFFBytes.workbook(
      sheet: BIFFBytes.record(0xFD, BIFFBytes.word(0, 0, 0, 0, 0)) + label + BIFFBytes.number(1, 0, 1) + merges,
      shared: shared + BIFFBytes.record(0xE0, BIFFBytes.word(0, 0)) + BIFFBytes.record(0xE0, BIFFBytes.word(0, 0)))
    #expect(rule({ _ in }, bytes) == nil)
    #expect(rule({ $0.sheets = 0 }, bytes) == "sheets")
    #expect(rule({ $0.styles = 1 }, bytes) == "styles")
    #expect(rule({ $0.merges = 1 }, bytes) == "merges")
    #expect(rule({ $0.stringBytes = 5 }, bytes) == "stringBytes")
    #expect(rule({ $0.textBytesOfRow = 5 }, bytes) == "textBytesOfRow")
    #expect(rule({ $0.cellsOfWholeSheet = 2 }, bytes) == "cellsOfWholeSheet")
  }
}
