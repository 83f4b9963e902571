import Findings
import Foundation
import Testing
import TrackingModel

@testable import Conversion

@Suite("Fields of a line")
struct FieldLineTests {
  @Test(arguments: ["", "a", "a\tb", "行\n列", #"\"#, #"\0"#, #"\t"#, "\r\n", "\u{0}"])
  func everyTextComesBack(text: String) throws {
    var writer = FieldLineWriter()
    writer.add(text)
    writer.add(nil as String?)
    writer.add(text)
    #expect(!writer.bytes.contains(10))
    var reader = FieldLineReader(writer.bytes)
    #expect(try reader.text() == text)
    #expect(try reader.optionalText() == nil)
    #expect(try reader.text() == text)
    #expect(throws: FieldLineReader.Malformed.self) { try reader.text() }
  }

  @Test func everyFindingComesBack() throws {
    let findings = [
      Finding(.fileMissing),
      Finding(
        .fileUnreadable,
        at: Place(
          file: "甲\t.xlsx", sheet: "表1", cells: CellRange("A3:H27"), field: "indicators[3].actual",
          position: BytePosition(part: "xl/workbook.xml", line: 3, column: 9, byteOffset: 77)),
        ["reason": "甲\n乙", "found": ""]),
    ]
    var writer = FieldLineWriter()
    writer.add(findings)
    var reader = FieldLineReader(writer.bytes)
    let read = try reader.findings()
    #expect(read == findings)
    #expect(read.map(\.severity) == findings.map(\.severity))
  }

  @Test func aChangedSeverityComesBack() throws {
    var finding = Finding(.fileMissing)
    finding.severity = .note
    var writer = FieldLineWriter()
    writer.add([finding])
    var reader = FieldLineReader(writer.bytes)
    #expect(try reader.findings().first?.severity == .note)
  }

  @Test(arguments: 0..<60)
  func everyFormComesBack(seed: Int) throws {
    var generator = Numbers(seed: UInt64(seed))
    let form = generator.form()
    var writer = FieldLineWriter()
    writer.add(form)
    var reader = FieldLineReader(writer.bytes)
    #expect(try reader.form() == form)
  }
}

/// Forms of all shapes, the same for the same seed.
struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func text() -> String? {
    let pieces = ["甲", "\t", "\n", "a", "\\", "0", " ", "（", "≥", "\"", "👨‍👩‍👧"]
    let length = Int.random(in: 0...8, using: &self)
    if length == 0 { return nil }
    var text = ""
    for _ in 0..<length { text += pieces[Int.random(in: 0..<pieces.count, using: &self)] }
    return text
  }

  mutating func amount() -> Decimal? {
    Bool.random(using: &self) ? nil : Decimal(Int.random(in: -99_999...99_999, using: &self)) / 1000
  }

  mutating func extras() -> [Extra] {
    (0..<Int.random(in: 0...2, using: &self)).map { _ in Extra(label: text() ?? "", text: text() ?? "", cell: text()) }
  }

  mutating func line() -> BudgetLine {
    BudgetLine(
      initialBudget: amount(), periodBudget: amount(), periodExpenditure: amount(), executionRate: amount(),
      extras: extras())
  }

  mutating func value() -> IndicatorValue? {
    text().map {
      IndicatorValue(
        text: $0, comparison: Comparison.allCases.randomElement(using: &self), amount: text(), unit: text())
    }
  }

  mutating func entity() -> NamedEntity { NamedEntity(code: text(), name: text()) }

  mutating func form() -> TrackingForm {
    var form = TrackingForm(title: text(), definition: FormFamily.standard.definitions.randomElement(using: &self))
    form.period = TrackingPeriod(start: YearMonth("2023-01"), end: nil)
    form.project = entity()
    form.supervisingDepartment = entity()
    form.implementingUnit = entity()
    for fund in Fund.allCases where Bool.random(using: &self) { form.budget[keyPath: fund.keyPath] = line() }
    if Bool.random(using: &self) {
      form.budget.additional = [AdditionalFund(label: text() ?? "", partOf: text(), line: line())]
    }
    form.goals = Goals(expected: text(), actual: text())
    form.indicators = (0..<Int.random(in: 0...5, using: &self)).map { _ in
      Indicator(
        level1: text(), level2: text(), name: text(), target: value(), planned: value(), actual: value(),
        deviationReason: text(), extras: extras())
    }
    form.assessment.goalCompletion = text().map { Judgment(text: $0, likelihood: .possible) }
    form.correctiveMeasures = text()
    if Bool.random(using: &self) { form.source = Source(file: text(), sha256: text(), sheet: text(), cells: text()) }
    form.extras = extras()
    return form
  }
}
