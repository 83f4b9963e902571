import Findings
import Foundation
import Recognition
import Spreadsheet
import Testing
import TrackingModel

@testable import Publishing

/// Forms → ledger → forms is the identity, for every way a ledger is written.
@Suite struct LedgerRoundTripTests {
  @Test(arguments: 0..<16)
  func anyFormsComeBackFromCSV(seed: Int) throws { try check(seed, .csv) }

  @Test(arguments: 0..<8)
  func anyFormsComeBackFromTSV(seed: Int) throws { try check(seed, .tsv) }

  @Test(arguments: 0..<16)
  func anyFormsComeBackFromXLSX(seed: Int) throws {
    let forms = someForms(seed)
    // Few rows a sheet, so that forms and even the rows of one go on over sheets.
    try expectSame(forms, read(workbook(of: forms, rowsPerSheet: 2 + seed % 9)), seed)
  }

  @Test func textsLongerThanACellGoOnInFurtherRows() throws {
    var form = TrackingForm(project: NamedEntity(name: "长文"))
    form.goals.expected = String(repeating: "目标👨‍👩‍👧_x0041_\r\n", count: 9_000)
    form.indicators = [
      Indicator(name: String(repeating: "长", count: 32_767)), Indicator(name: String(repeating: "更", count: 32_768)),
      Indicator(name: "尾"),
    ]
    try expectSame([form, form], read(workbook(of: [form, form], rowsPerSheet: 3)), 0)
  }

  @Test func formsWithTheSameKeysStayApart() throws {
    let form = TrackingForm(project: NamedEntity(name: "同名"), indicators: [Indicator(name: "甲"), Indicator(name: "甲")])
    let forms = [form, form, TrackingForm(), TrackingForm()]
    try expectSame(forms, read(workbook(of: forms, rowsPerSheet: 100)), 0)
    try expectSame(forms, read(text(of: forms, .csv)), 0)
  }

  @Test func aFormIsHandedOverAsSoonAsTheNextBegins() throws {
    let forms = (1...50).map { number in
      TrackingForm(
        project: NamedEntity(name: "第\(number)个"), indicators: (0..<4).map { Indicator(name: "指标\($0)") })
    }
    let rows = CountingWorkbook(try TextWorkbook.open(.bytes(text(of: forms, .csv))))
    var seen = 0
    _ = try Recognizer().recognize(rows) { _ in
      // The rows looked at to find the header are in memory anyway.
      #expect(rows.taken <= max(40, 1 + 4 * (seen + 1) + 2))
      seen += 1
    }
    #expect(seen == 50)
  }

  // MARK: Helpers

  private func someForms(_ seed: Int) -> [TrackingForm] {
    var random = RandomForms(seed: UInt64(seed))
    return [random.form()] + random.list(upTo: 8) { $0.form() }
  }

  private func check(_ seed: Int, _ format: DelimitedFormat) throws {
    let forms = someForms(seed)
    try expectSame(forms, read(text(of: forms, format)), seed)
  }

  private func text(of forms: [TrackingForm], _ format: DelimitedFormat) -> [UInt8] {
    var ledger = LedgerText(format)
    for form in forms { ledger.add(form) }
    return ledger.drain()
  }

  private func workbook(of forms: [TrackingForm], rowsPerSheet: Int) throws -> [UInt8] {
    let ledger = try LedgerWorkbook(rowsPerSheet: rowsPerSheet)
    for form in forms { try ledger.add(form) }
    return try ledger.close()
  }

  private func read(_ bytes: [UInt8]) throws -> (forms: [RecognizedForm], findings: [Finding]) {
    var forms: [RecognizedForm] = []
    let findings = try Recognizer().recognize(Workbooks.open(bytes: bytes)) { forms.append($0) }
    return (forms, findings)
  }

  private func expectSame(
    _ forms: [TrackingForm], _ read: (forms: [RecognizedForm], findings: [Finding]), _ seed: Int
  ) throws {
    #expect(read.forms.count == forms.count)
    for (index, (form, found)) in zip(forms, read.forms).enumerated() where form != found.form.withoutSource {
      let expected = String(decoding: CanonicalJSON.document([form]), as: UTF8.self).split(separator: "\n")
      let actual = String(decoding: CanonicalJSON.document([found.form.withoutSource]), as: UTF8.self)
        .split(separator: "\n")
      let difference = zip(expected, actual).first { Array($0.unicodeScalars) != Array($1.unicodeScalars) }
      Issue.record("seed \(seed), form \(index): \(String(describing: difference))")
    }
    let doubts = (read.forms.flatMap(\.findings) + read.findings).filter { $0.severity > .note }
    #expect(doubts.isEmpty, "\(doubts.map { $0.message(in: .english) })")
  }
}

/// Counts the rows taken from a workbook.
private final class CountingWorkbook: Workbook {
  private let base: any Workbook
  private(set) var taken = 0

  init(_ base: any Workbook) { self.base = base }

  var format: FileFormat { base.format }
  var sheets: [SheetInfo] { base.sheets }
  var findings: [Finding] { base.findings }
  func rows(of sheet: SheetInfo) throws(Refusal) -> any RowReader {
    Counter(self, try base.rows(of: sheet))
  }

  private final class Counter: RowReader {
    private let workbook: CountingWorkbook
    private let base: any RowReader

    init(_ workbook: CountingWorkbook, _ base: any RowReader) {
      self.workbook = workbook
      self.base = base
    }

    func next() throws(Refusal) -> Row? {
      guard let row = try base.next() else { return nil }
      workbook.taken += 1
      return row
    }
    func readToEnd() throws(Refusal) -> SheetLayout { try base.readToEnd() }
    var hiddenColumns: Set<Int> { base.hiddenColumns }
    var findings: [Finding] { base.findings }
  }
}
