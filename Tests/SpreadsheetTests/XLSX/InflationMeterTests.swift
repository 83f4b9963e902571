import Findings
import Testing

@testable import Spreadsheet

@Suite struct InflationMeterTests {
  private static func limits() -> Limits {
    var limits = Limits()
    limits.inflatedBytesTogetherWithoutRatio = 1000
    limits.inflationRatio = 10
    limits.inflatedBytes = 50_000
    return limits
  }

  /// Each part by itself is small; together they are too much for a package of 200 bytes.
  @Test func partsTogetherAreMeasuredAgainstTheirPackage() throws {
    let meter = InflationMeter(limits: Self.limits(), entries: 3, packageSize: 200)
    try meter.count(900, ofEntry: 0, part: "a.xml")
    try meter.count(900, ofEntry: 1, part: "b.xml")
    #expect { try meter.count(900, ofEntry: 2, part: "c.xml") } throws: {
      ($0 as? Refusal)?.finding.values["limit"] == "inflationRatio"
    }
  }

  @Test func aPartReadAgainDoesNotCountAgain() throws {
    let meter = InflationMeter(limits: Self.limits(), entries: 1, packageSize: 200)
    for _ in 0..<100 {
      try meter.count(500, ofEntry: 0, part: "a.xml")
      try meter.count(1900, ofEntry: 0, part: "a.xml")
    }
  }

  @Test func allTogetherHaveALimitOfTheirOwn() throws {
    let meter = InflationMeter(limits: Self.limits(), entries: 2, packageSize: 1_000_000)
    try meter.count(30_000, ofEntry: 0, part: "a.xml")
    #expect { try meter.count(30_000, ofEntry: 1, part: "b.xml") } throws: {
      ($0 as? Refusal)?.finding.values["limit"] == "inflatedBytes"
    }
  }
}

@Suite struct DirectoryTests {
  private static let end: [UInt8] = [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18)

  private static func entries(_ bytes: [UInt8]) -> Int { bytes.withUnsafeBytes { ZipExtent.entries(in: $0) } }

  @Test(arguments: [(0, 1, 0), (3, 1, 3), (3, 2, 3), (7, 32, 7)])
  func entriesAreCountedInFrontOfTheLastEnd(headers: Int, ends: Int, count: Int) {
    let header: [UInt8] = [0x50, 0x4B, 1, 2] + Array(repeating: 7, count: 42)
    let bytes =
      Array(repeatElement(header, count: headers).joined()) + Array(repeatElement(Self.end, count: ends).joined())
    #expect(Self.entries(bytes) == count)
  }

  /// Each would have the directory read once more.
  @Test func veryManyEndsAreNoArchive() {
    #expect(Self.entries(Array(repeatElement(Self.end, count: 33).joined())) == .max)
  }

  @Test func bytesWithoutAnEndHaveNone() { #expect(Self.entries([0x50, 0x4B, 1, 2]) == 0) }
}
