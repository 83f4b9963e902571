import Findings
import TrackingModel

/// Reads an answer of the assessment block: `确定能完成`, or the options of a paper form of which one is ticked,
/// `☑确定能完成 □有可能完成 □完全不可能完成`.
enum JudgmentReader {
  static func read(_ words: String) -> Reading<Judgment?> {
    let line = TextReader.line(words)
    guard let text = line.value else { return Reading(nil, line.findings) }
    guard let options = TickedOptions(text) else { return Reading(Judgment(text: text), line.findings) }
    switch options.ticked.count {
    case 0: return Reading(options.hasExplanation ? Judgment(text: text, likelihood: nil) : nil, line.findings)
    case 1:
      let note = Finding(.optionTicked, ["found": text, "read": options.ticked[0]])
      return Reading(Judgment(text: options.ticked[0]), line.findings + [note])
    default:
      let doubt = Finding(.optionsInDoubt, ["found": text, "read": options.ticked.joined(separator: "、")])
      return Reading(Judgment(text: text, likelihood: nil), line.findings + [doubt])
    }
  }
}

/// The options of a cell, each with a box or tick in front of it or behind it.
struct TickedOptions {
  private(set) var ticked: [String] = []
  private var open: [String] = []

  /// Whether the words left alone are more than options: `□能 □不能 说明：资金未到位`.
  var hasExplanation: Bool {
    open.contains { words in
      let behind = words.unicodeScalars.drop { !$0.isColon }
      return behind.contains { !$0.isColon && $0 != "_" && $0 != "＿" }
    }
  }

  private static let ticks: Set<Character> = ["√", "✓", "✔", "☑", "■", "●", "◉", "☒", "✅", "▣"]
  private static let boxes: Set<Character> = ["□", "☐", "○", "◯", "▢", "◻"]

  /// nil where no option is marked in any way.
  init?(_ text: String) {
    guard text.unicodeScalars.contains(where: Self.begins) else { return nil }
    let plain = Self.withoutBrackets(Self.bareMarks(text))
    guard let first = plain.first(where: { !$0.isWhitespace }), plain.contains(where: Self.isMark) else { return nil }
    let isMarkFirst = Self.isMark(first)
    var words = ""
    var mark: Character?
    for character in plain {
      guard Self.isMark(character) else {
        words.append(character)
        continue
      }
      if words.allSatisfy(\.isWhitespace) {
        // A tick typed beside its box counts.
        if mark.map(Self.ticks.contains) != true { mark = character }
      } else {
        add(words, isMarkFirst ? mark : character, isMarkFirst: isMarkFirst)
        mark = isMarkFirst ? character : nil
      }
      words = ""
    }
    add(words, isMarkFirst ? mark : nil, isMarkFirst: isMarkFirst)
    guard !ticked.isEmpty || !open.isEmpty else { return nil }
  }

  /// Several words at a mark are several options, of which the mark touches one.
  private mutating func add(_ words: String, _ mark: Character?, isMarkFirst: Bool) {
    var options = words.split(whereSeparator: { $0.isWhitespace || "、，,;；/".contains($0) }).map(String.init)
    guard let mark, !options.isEmpty else {
      open += options
      return
    }
    let marked = isMarkFirst ? options.removeFirst() : options.removeLast()
    if Self.ticks.contains(mark) { ticked.append(marked) } else { open.append(marked) }
    open += options
  }

  /// Whether a mark or the bracket around one can begin with the scalar.
  private static func begins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF: false
    default: "（([【".unicodeScalars.contains(scalar) || isMark(Character(scalar))
    }
  }

  private static func isMark(_ character: Character) -> Bool { ticks.contains(character) || boxes.contains(character) }

  /// Marks as they were before a person picked them from a panel of pictures: ✔️ is ✔ and U+FE0F behind it, which asks for colors.
  static func bareMarks(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isBehindMark = false
    for scalar in text.unicodeScalars {
      if isBehindMark, (0xFE00...0xFE0F).contains(scalar.value) || scalar.value == 0x20E3 { continue }
      isBehindMark = isMark(Character(scalar))
      result.append(scalar)
    }
    return String(result)
  }

  /// `（√）` as `√`, `（ ）` as `□`.
  private static func withoutBrackets(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard "（([【".contains(character), let close = rest.firstIndex(where: { "）)]】".contains($0) }) else {
        result.append(character)
        continue
      }
      let inside = rest[..<close].filter { !$0.isWhitespace }
      guard inside.allSatisfy(isMark) else {
        result.append(character)
        continue
      }
      result += inside.isEmpty ? "□" : String(inside)
      rest = rest[rest.index(after: close)...]
    }
    return result
  }
}
