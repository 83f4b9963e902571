/// A length of time in ISO 8601: `PT36H30M`, `P1DT2H3M4.5S`. Years and months have no certain length and are none here.
struct ISODuration {
  let nanoseconds: Int128

  /// - Returns: nil for what is no length of time.
  init?(_ text: String) {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    guard rest.popFirst() == "P" else { return nil }
    var total: Int128 = 0
    var units: [(Character, seconds: Int128)] = [("D", 86_400)]
    var isEmpty = true
    while let first = rest.first {
      if first == "T", units.count <= 1 {
        units = [("H", 3600), ("M", 60), ("S", 1)]
        rest.removeFirst()
        continue
      }
      let figures = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(figures.count)
      // Each unit once, the larger ones first.
      guard let unit = rest.popFirst(), let index = units.firstIndex(where: { $0.0 == unit }),
        let amount = Self.nanoseconds(ofSeconds: figures)
      else { return nil }
      total += amount * units[index].seconds
      units.removeSubrange(...index)
      isEmpty = false
    }
    guard !isEmpty else { return nil }
    nanoseconds = isNegative ? -total : total
  }

  /// Figures with or without a fraction, `04.5`, to nine places.
  static func nanoseconds(ofSeconds text: Substring) -> Int128? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 48 < 10 } }), let whole = parts.first, whole.utf8.count < 10,
      let seconds = Int128(whole)
    else { return nil }
    guard parts.count == 2 else { return seconds * 1_000_000_000 }
    guard let fraction = Int128((parts[1].prefix(9) + "000000000").prefix(9)) else { return nil }
    return seconds * 1_000_000_000 + fraction
  }
}
