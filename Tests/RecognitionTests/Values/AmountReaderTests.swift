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
    "12abc", "12,345,67", "1.2.3", "--1", "约100", "100个", "0x10", "12 345 6a", "(5", "5)",
    "1,", ",5",
    "5.", "50%", "NaN", "∞", "(-5)", "1-2", "120、80", "待定", "不超过100万元", "100万元左右", "80至100", "E3", "1E", "1E+", "1e1.5",
  ])
  func refusesWhatIsNoNumber(words: String) {
    let reading = AmountReader.read(words, unit: .stated(.tenThousandYuan))
    #expect(reading.value == nil)
    #expect(reading.findings.map(\.rule) == [.notANumber])
  }

  @Test(arguments: [
    ("8.6e2", "860"), ("1e2", "100"), ("5123E-1", "512.3"), ("1.205E+02", "120.5"), ("-3e1", "-30"), ("2E1万元", "20"),
    ("８Ｅ１", "80"), ("１.０ｅ＋０２", "100"), ("1,234.5E0", "1234.5"), ("(1e2)", "-100"),
  ])
  func scientificNotationIsReadWithAWarning(words: String, amount: String) {
    let reading = AmountReader.read(words, unit: .stated(.tenThousandYuan))
    #expect(reading.value == Decimal(string: amount))
    #expect(reading.findings.contains { $0.rule == .scientificNotation && $0.severity == .warning })
  }

  @Test(arguments: ["", "-", "/", "—", "——", "－", "／", "  ", "\u{3000}", "--"])
  func noneMarksAreNoAmount(words: String) {
    #expect(AmountReader.read(words, unit: .assumed) == Reading(nil))
  }

  @Test(arguments: [
    (AmountUnit.yuan, "68836200", "6883.62"), (.thousandYuan, "1", "0.1"),
    (.hundredMillionYuan, "1.23456789", "12345.6789"), (.millionYuan, "8.60001", "860.001"),
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

  /// In which of two ways the comma was meant nobody can tell.
  @Test(arguments: ["1,23", "1,2345", "120,50", "-56,1", "1.234,5", "120,5万元", "100，80"])
  func aDecimalCommaIsNamed(words: String) {
    let reading = AmountReader.read(words, unit: .stated(.tenThousandYuan))
    #expect(reading.value == nil)
    #expect(reading.findings.map(\.rule) == [.decimalComma])
  }

  @Test(arguments: [("1.205E+02", "120.5"), ("0.00E+00", "0"), ("6.64E+01", "66.4"), ("1.5E-1", "0.15")])
  func scientificNotationIsANumber(words: String, amount: String) {
    let reading = AmountReader.read(words, unit: .stated(.tenThousandYuan))
    #expect(reading.value == Decimal(string: amount))
    #expect(reading.findings.map(\.rule) == [.scientificNotation])
  }

  @Test(arguments: [
    ("854万（其中工程款400万元，监理费20万元）", "854"), ("100（养护80，维修20）", "100"), ("120万元，其中财政拨款100万元", "120"),
    ("总额10606.7522万元\n一、财政拨款：6923.3552万元", "10606.7522"), ("合计：35.6", "35.6"), ("共计1,200.50万元", "1200.5"),
    ("3000000元（含税）", "300"),
  ])
  func anAmountMayHaveWordsAroundIt(words: String, amount: String) {
    let reading = AmountReader.read(words, unit: .assumed)
    #expect(reading.value == Decimal(string: amount))
    #expect(reading.findings.first?.rule == .amountAmongWords)
    #expect(reading.findings.first?.values["found"] == words)
  }

  /// What is shown counts as the unit of the cell, to all of the digits that are stored.
  @Test(arguments: [
    ("0.00\"元\"", "1205000", "1,205,000.00元", "120.5", [Rule.unitContradicts, .unitConverted]),
    ("0.00\"万元\"", "120.55555", "120.56万元", "120.55555", []),
    ("0!.0000", "1205000", "120.5000", "120.5", [.amountScaled]),
    ("0!.0,", "1182500", "118.3", "118.25", [.amountScaled]),
    ("0!.0,\"万元\"", "1182500", "118.3万元", "118.25", [.amountScaled]),
    ("0.00,", "1205000", "1205.00", "120.5", [.amountScaled, .unitContradicts, .unitConverted]),
    ("0.00_);(0.00)", "120.5", "120.50 ", "120.5", []),
    ("#,##0.00", "120.5", "120.50", "120.5", []),
    ("0.00\"（调整后）\"", "120.5", "120.50（调整后）", "120.5", []),
  ])
  func whatAFormatShowsCountsAsTheUnit(format: String, value: String, text: String, amount: String, rules: [Rule]) {
    let cell = Cell(at: CellReference(row: 0, column: 0), kind: .number, text: text, value: value, format: format)
    let reading = AmountReader.read(cell, unit: .stated(.tenThousandYuan))
    #expect(reading.value == Decimal(string: amount))
    #expect(reading.findings.map(\.rule) == rules)
  }

  @Test func anAmountShownAsADateCountsAsStored() {
    let cell = Cell(
      at: CellReference(row: 0, column: 0), kind: .date, text: "1900/4/29", value: "120.5", format: "yyyy/m/d")
    let reading = AmountReader.read(cell, unit: .stated(.tenThousandYuan))
    #expect(reading.value == Decimal(string: "120.5"))
    #expect(reading.findings.map(\.rule) == [.numberShownAsDate])
  }
}
