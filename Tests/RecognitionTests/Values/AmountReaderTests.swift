import Findings
import Foundation
import Spreadsheet
import Testing

@testable import Recognition

@Suite struct AmountReaderTests {
  @Test(arguments: [
    ("6883.62", "6883.62"), ("0.00", "0"), ("1,234.50", "1234.5"), ("226,145,100.00", "226145100"), ("-12.3", "-12.3"),
    ("12.30-", "-12.3"), ("+5", "5"), ("¥123.45", "123.45"), ("￥ 1,000", "1000"), (" 71.33 ", "71.33"), (".5", "0.5"),
    ("123.45万元", "123.45"), ("-¥5", "-5"), ("\u{3000}7\u{A0}", "7"), ("−3", "-3"), ("(12.30)", "-12.3"),
    ("（1,000.5）", "-1000.5"),
    ("１２３．４５", "123.45"), ("1，234", "1234"),
  ])
  func readsAmounts(words: String, amount: String) {
    let reading = AmountReader.read(words, unit: .stated(.tenThousandYuan))
    #expect(reading.value == Decimal(string: amount))
    #expect(!reading.findings.contains { $0.severity > .note })
  }

  @Test(arguments: [
    "1,23", "12abc", "1,2345", "12,345,67", "1.2.3", "--1", "1e3", "约100", "100个", "0x10", "12 345 6a", "(5", "5)",
    "1,", ",5",
    "5.", "50%", "NaN", "∞", "(-5)", "1-2",
  ])
  func refusesWhatIsNoNumber(words: String) {
    let reading = AmountReader.read(words, unit: .stated(.tenThousandYuan))
    #expect(reading.value == nil)
    #expect(reading.findings.map(\.rule) == [.notANumber])
  }

  @Test(arguments: ["", "-", "/", "—", "——", "－", "／", "  ", "\u{3000}", "--"])
  func noneMarksAreNoAmount(words: String) {
    #expect(AmountReader.read(words, unit: .assumed) == Reading(nil))
  }

  @Test(arguments: [
    (AmountUnit.yuan, "68836200", "6883.62"), (.thousandYuan, "1", "0.1"),
    (.hundredMillionYuan, "1.23456789", "12345.6789"),
    (.yuan, "0.01", "0.000001"), (.tenThousandYuan, "1.2345", "1.2345"),
  ])
  func convertsExactly(unit: AmountUnit, words: String, amount: String) {
    #expect(AmountReader.read(words, unit: .stated(unit)).value == Decimal(string: amount))
  }

  @Test func theUnitInTheValueCountsAndContradictsTheHeading() {
    let reading = AmountReader.read("123450元", unit: .stated(.tenThousandYuan))
    #expect(reading.value == Decimal(string: "12.345"))
    #expect(reading.findings.map(\.rule) == [.unitContradicts, .unitConverted])
    #expect(AmountReader.read("123450元", unit: .assumed).findings.map(\.rule) == [.unitConverted])
  }

  @Test func repairsAreNotes() {
    let unit = AmountReader.Unit.assumed
    #expect(AmountReader.read("１２", unit: unit).findings == [Finding(.fullWidthFolded, ["found": "１２", "read": "12"])])
    #expect(
      AmountReader.read("(12)", unit: unit).findings == [
        Finding(.negativeInBrackets, ["found": "(12)", "read": "-12"])
      ])
  }

  @Test func aNumberCellCountsWithItsStoredValue() {
    let cell = Cell(
      at: CellReference(row: 0, column: 0), kind: .number, text: "71", value: "71.3333", format: "0")
    #expect(AmountReader.read(cell, unit: .assumed) == Reading(Decimal(string: "71.3333")))
  }

  @Test(arguments: [
    (CellKind.error, "#REF!", Rule.cellHoldsError), (.formulaWithoutValue, "", .formulaHasNoResult),
    (.boolean, "TRUE", .notANumber),
    (.date, "2023/1/1", .notANumber),
  ])
  func otherCellsAreErrors(kind: CellKind, text: String, rule: Rule) {
    let cell = Cell(at: CellReference(row: 0, column: 0), kind: kind, text: text)
    let reading = AmountReader.read(cell, unit: .assumed)
    #expect(reading.value == nil)
    #expect(reading.findings.map(\.rule) == [rule])
  }
}
