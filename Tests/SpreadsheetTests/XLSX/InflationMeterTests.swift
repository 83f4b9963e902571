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

  /// A ratio says nothing of a part that is read through in no time.
  @Test func theRatioCountsForLargePartsOnly() throws {
    var limits = Self.limits()
    limits.inflatedBytesWithoutRatio = 2000
    let meter = InflationMeter(limits: limits, entries: 1, packageSize: 1_000_000)
    try meter.checkRatio(inflated: 2000, compressed: 1, part: "a.xml")
    try meter.checkRatio(inflated: 3000, compressed: 300, part: "a.xml")
    #expect { try meter.checkRatio(inflated: 3000, compressed: 299, part: "a.xml") } throws: {
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

  @Test func stylesAndTheLikeAreNeverAsLargeAsATable() throws {
    var limits = Self.limits()
    limits.inflatedBytesOfSmallPart = 20_000
    let meter = InflationMeter(limits: limits, entries: 2, packageSize: 1_000_000)
    try meter.count(21_000, ofEntry: 0, part: "sheet1.xml", isTable: true)
    try meter.count(20_000, ofEntry: 1, part: "styles.xml", isTable: false)
    #expect { try meter.count(20_001, ofEntry: 1, part: "styles.xml", isTable: false) } throws: {
      ($0 as? Refusal)?.finding.values["limit"] == "inflatedBytesOfSmallPart"
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
