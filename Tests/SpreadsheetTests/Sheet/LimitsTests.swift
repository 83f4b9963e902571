import Findings
import Testing

@testable import Spreadsheet

@Suite("Limits of a reader") struct LimitsTests {
  /// Sizes up to which another limit does not matter: no finding names them.
  private static let thresholds = [
    "inflatedBytesWithoutRatio", "inflatedBytesTogetherWithoutRatio", "listedBytesWithoutRatio",
    "archivedBytesWithoutRatio", "stringBytesWithoutRatio",
  ]

  @Test("are all known to findings")
  func known() {
    let properties = Mirror(reflecting: Limits()).children.compactMap(\.label)
    let named = Set(Limit.all.map(\.name))
    for property in properties where !Self.thresholds.contains(property) { #expect(named.contains(property)) }
  }

  @Test("can be raised where a profile has a key for them, and nowhere else")
  func raisable() {
    let keyed = Limit.all.filter { $0.key != nil }.map(\.name)
    #expect(Set(keyed) == Set(Limits.raisable.keys))
    for (name, path) in Limits.raisable {
      var limits = Limits()
      limits[keyPath: path] = 77
      #expect(Mirror(reflecting: limits).children.first { $0.label == name }?.value as? Int == 77)
    }
  }
}
