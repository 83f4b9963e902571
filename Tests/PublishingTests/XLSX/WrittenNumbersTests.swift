import Findings
import Foundation
import Testing

@testable import Publishing

/// The library prints 16 significant digits of a double; readers keep 15.
@Suite struct WrittenNumbersTests {
  @Test func everyDecimalOfUpTo15DigitsReadsBackTheSame() throws {
    var generator = SystemRandomNumberGenerator()
    let file = try XLSXFile()
    let sheet = try file.addSheet("数")
    var written: [String] = []
    for row in 0..<10_000 {
      let digits = Int.random(in: 1...15, using: &generator)
      // Any first digit but 0, so that there are as many; a 9 in front is where 16 digits are the least for a double.
      let significand = Int.random(in: Self.power(digits - 1)..<Self.power(digits), using: &generator)
      let places = Int.random(in: 0...12, using: &generator)
      let number = Decimal(
        sign: row % 2 == 0 ? .plus : .minus, exponent: -places, significand: Decimal(significand))
      written.append(number.description)
      try sheet.write(number, at: CellReference(row: row, column: 0))
      try sheet.write(digits: number.description, at: CellReference(row: row, column: 1))
    }
    let read = try ReadBack.sheets(of: file.close())[0]
    let differing = written.enumerated().filter { row, number in
      (0...1).contains { read[CellReference(row: row, column: $0)]?.value != number }
    }
    #expect(differing.map(\.element) == [])
  }

  private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  @Test(arguments: [
    ("123456789.0123454", "123456789.012345"), ("123456789.0123456", "123456789.012346"),
    ("9999999999999999", "10000000000000000"), ("-0.1234567890123456", "-0.123456789012346"),
    ("900719925474099312", "900719925474099000"), ("0.00000000012", "0.00000000012"),
  ])
  func moreDigitsAreRoundedBefore(text: String, read: String) throws {
    let file = try XLSXFile()
    try file.addSheet("数").write(digits: text, at: CellReference(row: 0, column: 0))
    let bytes = try file.close()
    #expect(try ReadBack.sheets(of: bytes)[0][CellReference(row: 0, column: 0)]?.value == read)
    let cell = try WrittenPackage(bytes).text("xl/worksheets/sheet1.xml").components(separatedBy: "<v>")[1]
    #expect(cell.prefix { $0 != "<" }.count { $0.isNumber } <= 20)
  }
}
