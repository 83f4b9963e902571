/// Random choices, each under a name of its own, so that a failing layout can be made plainer choice by choice.
///
/// A choice depends on the seed and its name only. Making one plain (its first option) leaves all others as they are;
/// that is all there is to shrinking.
final class Choices {
  let seed: UInt64
  /// Names of choices that take their first option.
  let plain: Set<String>
  private let scope: String
  private let record: Record

  private final class Record {
    var asked: [String] = []
    var known: Set<String> = []
  }

  init(seed: UInt64, plain: Set<String> = []) {
    self.seed = seed
    self.plain = plain
    scope = ""
    record = Record()
  }

  private init(_ outer: Choices, scope: String) {
    seed = outer.seed
    plain = outer.plain
    record = outer.record
    self.scope = scope
  }

  /// The same choices under a longer name.
  func within(_ name: String) -> Choices { Choices(self, scope: scope + name + ": ") }

  /// All names that were asked for, in order.
  var asked: [String] { record.asked }

  func number(_ name: String, _ range: ClosedRange<Int>) -> Int {
    let name = scope + name
    if record.known.insert(name).inserted { record.asked.append(name) }
    if plain.contains(name) { return range.lowerBound }
    return range.lowerBound + Int(bits(for: name) % UInt64(range.count))
  }

  /// One of the options, the first of which is the plain one.
  func pick<T>(_ name: String, _ options: [T]) -> T { options[number(name, 0...(options.count - 1))] }

  /// True once in `n`; false where plain.
  func chance(_ name: String, oneIn n: Int) -> Bool { number(name, 0...(n - 1)) == n - 1 }

  /// The numbers from 0 in random order; in order where plain.
  func order(_ name: String, of count: Int) -> [Int] {
    var items = Array(0..<count)
    for index in 0..<max(0, count - 1) {
      items.swapAt(index, index + number("\(name) \(index)", 0...(count - 1 - index)))
    }
    return items
  }

  /// A spelling of a label, with what happens to labels on the way.
  func label(_ key: String, on medium: Medium) -> String {
    let spelling = pick("\(key) label", Words.labels[key] ?? [key])
    switch number("\(key) label dress", 0...9) {
    case 7: return spelling + (spelling.hasSuffix("：") ? "" : "：")
    // Tab separated exports put a space for a line break inside of a label.
    case 8: return Self.broken(spelling, by: medium == .tsv ? " " : "\n")
    case 9: return Self.broken(spelling, by: " ")
    default: return spelling
    }
  }

  private static func broken(_ text: String, by separator: String) -> String {
    guard text.count > 3, !text.contains("（"), !text.contains("(") else { return text }
    let middle = text.index(text.startIndex, offsetBy: text.count / 2)
    return text[..<middle] + separator + text[middle...]
  }

  /// A spelling of a level's name.
  func spelling(of level: String?, in number: Int) -> String {
    let known = number == 1 ? Words.levels.map(\.level1) : Words.levels.flatMap(\.level2)
    let spellings = known.first { $0[0] == level } ?? [level ?? ""]
    return pick("spelling of \(spellings[0])", spellings)
  }

  /// A mark in a column to tick, or what stands there where it is not ticked; `cell` chooses for the one cell.
  func mark(_ isTicked: Bool, _ cell: Choices) -> String {
    let style = number("ticks", 0...4)
    let (tick, none) = [("√", ""), ("✓", "—"), ("☑", "□"), ("√", "×"), ("是", "否")][style]
    return isTicked ? tick : cell.chance("mark for no tick", oneIn: 2) ? none : ""
  }

  /// FNV-1a over the name, then the finaliser of SplitMix64.
  private func bits(for name: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ (seed &* 0x9e37_79b9_7f4a_7c15)
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return (hash ^ (hash >> 31)) >> 8
  }
}
