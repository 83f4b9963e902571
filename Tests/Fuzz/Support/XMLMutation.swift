/// Changes of XML that keep it XML, mostly: elements doubled, dropped, moved and emptied, values replaced by awkward ones.
enum XMLMutation {
  static let awkwardValues: [String] = [
    "0", "-1", "1", "4294967295", "1048576", "1048577", "99999999999999999999", "A1", "XFD1048576", "XFE1", "ZZZZ9",
    "s", "str", "inlineStr",
    "b", "e", "d", "n", "true", "1E+308", "-1E-320", "0.1", "60", "2958466", "2023-02-29T24:00:00", "_x000D_",
    "_xD83D__xDE00_", "&#0;",
    "&#x10FFFF;", "&amp;", "<![CDATA[]]>", "<!-- -->", "A1:XFD1048576", "B2:A1", "[$-804]aaaa", "0.00%;[Red]-0",
    "[DBNum1]General", "# ??/??",
    "../../x", "/xl/workbook.xml", "worksheets/sheet1.xml", "中", "",
  ]

  static func apply(to bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    switch random.next() % 6 {
    case 0: return replaceBetween(UInt8(ascii: "\""), UInt8(ascii: "\""), in: bytes, &random)
    case 1: return replaceBetween(UInt8(ascii: ">"), UInt8(ascii: "<"), in: bytes, &random)
    case 2, 3:
      guard let element = element(in: bytes, &random) else { return bytes }
      let place = random.next() % 3 == 0 ? element.lowerBound : tagStart(in: bytes, &random)
      return Array(bytes[..<place] + bytes[element] + bytes[place...])
    case 4:
      guard let element = element(in: bytes, &random) else { return bytes }
      return Array(bytes[..<element.lowerBound] + bytes[element.upperBound...])
    default:
      guard !bytes.isEmpty else { return [UInt8(ascii: "<")] }
      var copy = bytes
      let place = Int(random.next() % UInt64(bytes.count))
      copy[place] = UInt8(truncatingIfNeeded: random.next())
      return copy
    }
  }

  private static func replaceBetween(
    _ open: UInt8, _ close: UInt8, in bytes: [UInt8], _ random: inout SeededGenerator
  ) -> [UInt8] {
    let starts = bytes.indices.filter { bytes[$0] == open }
    guard !starts.isEmpty else { return bytes }
    let start = starts[Int(random.next() % UInt64(starts.count))] + 1
    guard let end = bytes[start...].firstIndex(of: close) else { return bytes }
    let value = awkwardValues[Int(random.next() % UInt64(awkwardValues.count))]
    return Array(bytes[..<start] + Array(value.utf8) + bytes[end...])
  }

  private static func tagStart(in bytes: [UInt8], _ random: inout SeededGenerator) -> Int {
    let starts = bytes.indices.filter { bytes[$0] == UInt8(ascii: "<") }
    return starts.isEmpty ? 0 : starts[Int(random.next() % UInt64(starts.count))]
  }

  /// From a start tag to the end tag that closes it.
  private static func element(in bytes: [UInt8], _ random: inout SeededGenerator) -> Range<Int>? {
    let start = tagStart(in: bytes, &random)
    guard start + 1 < bytes.count, bytes[start + 1] != UInt8(ascii: "/") else { return nil }
    var depth = 0
    var at = start
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      if bytes[open + 1] == UInt8(ascii: "/") {
        depth -= 1
      } else if bytes[close - 1] != UInt8(ascii: "/") {
        depth += 1
      }
      at = close + 1
      if depth <= 0 { return start..<at }
    }
    return nil
  }
}
