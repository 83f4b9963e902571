/// Changes of delimited text that keep it a table, mostly: what means something to a reader put in, once or hundreds of times; lines doubled,
/// dropped and joined; fields quoted; delimiters and line ends exchanged; the whole as UTF-16.
enum TextMutation {
  static let awkward: [String] = [
    "\"", "\"\"", "\",\"", "\"\n\"", ",", ";", "\t", "|", "，", "\n", "\r", "\r\n", "\\", "\\\"", "'", "=\"0\"", "=",
    "\0", " ", " \"",
    "\" ", "\u{FEFF}", "\u{FFFD}", "?90", "sep=;\n", "椤圭洰", "年", "-1", "1,000.00", "",
  ]

  static func apply(to bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    switch random.next() % 8 {
    case 0, 1, 2:
      let what = Array(awkward[below(awkward.count, &random)].utf8)
      let times = random.next() % 4 == 0 ? below(400, &random) : 1
      let place = below(bytes.count + 1, &random)
      return bytes[..<place] + Array(repeatElement(what, count: times).joined()) + bytes[place...]
    case 3:
      let line = line(in: bytes, &random)
      return Array(bytes[..<line.upperBound] + bytes[line.lowerBound...])
    case 4:
      let line = line(in: bytes, &random)
      return Array(bytes[..<line.lowerBound] + bytes[line.upperBound...])
    case 5:
      let field = stretch(in: bytes, between: [44, 59, 9, 124, 10, 13], &random)
      return bytes[..<field.lowerBound] + [34] + bytes[field] + [34] + bytes[field.upperBound...]
    case 6:
      let from: UInt8 = [44, 59, 9, 124, 10][below(5, &random)]
      let to: UInt8 = [44, 59, 9, 124, 13][below(5, &random)]
      return bytes.map { $0 == from ? to : $0 }
    default:
      guard random.next() % 8 == 0 else { return bytes }
      return bytes.flatMap { [$0, 0] }
    }
  }

  private static func below(_ count: Int, _ random: inout SeededGenerator) -> Int {
    count == 0 ? 0 : Int(random.next() % UInt64(count))
  }

  /// A line with its end.
  private static func line(in bytes: [UInt8], _ random: inout SeededGenerator) -> Range<Int> {
    let line = stretch(in: bytes, between: [10], &random)
    return line.lowerBound..<min(line.upperBound + 1, bytes.count)
  }

  /// The bytes around some place as far as those that end it.
  private static func stretch(
    in bytes: [UInt8], between ends: Set<UInt8>, _ random: inout SeededGenerator
  ) -> Range<Int> {
    let place = below(bytes.count, &random)
    let start = bytes[..<place].lastIndex { ends.contains($0) }.map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex { ends.contains($0) } ?? bytes.count
    return start..<end
  }
}
