/// The first two levels of the indicator system, and the spellings of them that are met.
///
/// Sources: the classic set of 财预〔2015〕88号 and 财预〔2020〕10号, the newer one with 成本指标 as a first level of
/// 财预〔2021〕101号. 成本指标 stands in both places.
public enum IndicatorCatalog {
  public static let output = "产出指标"
  public static let benefit = "效益指标"
  public static let satisfaction = "满意度指标"
  public static let cost = "成本指标"

  /// Level 1 in the order of the newer set, each with its level 2 in the official order.
  public static let levels: [(level1: String, level2: [String])] = [
    (cost, ["经济成本指标", "社会成本指标", "生态环境成本指标"]),
    (output, ["数量指标", "质量指标", "时效指标", "成本指标"]),
    (benefit, ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]),
    (satisfaction, ["服务对象满意度指标"]),
  ]

  /// All names of level 2, each once, in the order of the groups.
  package static let level2Names: [String] = {
    var seen: Set<String> = []
    return levels.flatMap(\.level2).filter { seen.insert($0).inserted }
  }()

  private static let parents = Dictionary(
    levels.flatMap { group in group.level2.map { ($0, group.level1) } }, uniquingKeysWith: { first, _ in first })

  /// Spellings of level 1, 指标 left out, by full name.
  private static let level1Spellings: [String: [String]] = [
    cost: ["成本"],
    output: ["产出", "项目产出"],
    benefit: ["效益", "效果", "项目效益", "项目效果"],
    satisfaction: ["满意度"],
  ]

  /// Spellings of level 2, 指标 left out, by full name.
  private static let level2Spellings: [String: [String]] = [
    "数量指标": ["数量", "产出数量"],
    "质量指标": ["质量", "产出质量"],
    "时效指标": ["时效", "产出时效", "进度", "产出进度"],
    "成本指标": ["成本", "产出成本"],
    "经济成本指标": ["经济成本"],
    "社会成本指标": ["社会成本"],
    "生态环境成本指标": ["生态环境成本", "生态成本", "环境成本"],
    "经济效益指标": ["经济效益", "经济效果"],
    "社会效益指标": ["社会效益", "社会效果"],
    "生态效益指标": ["生态效益", "环境效益", "生态环境效益", "环境效果"],
    "可持续影响指标": ["可持续影响", "可持续", "可持续性影响", "可持续发展", "可持续发展影响"],
    "服务对象满意度指标": [
      "服务对象满意度", "满意度", "社会公众或服务对象满意度", "服务对象满意", "受益对象满意度", "社会公众满意度", "公众满意度", "群众满意度",
    ],
  ]

  private typealias Key = ArraySlice<Unicode.Scalar>

  private static let level1ByKey = invert(level1Spellings)
  private static let level2ByKey = invert(level2Spellings)

  private static let longestSpelling =
    (Array(level1ByKey.keys) + level2ByKey.keys).map(\.count).max() ?? 0

  private static func invert(_ spellings: [String: [String]]) -> [Key: String] {
    var result: [Key: String] = [:]
    for (name, keys) in spellings { for key in keys { result[Array(key.unicodeScalars)[...]] = name } }
    return result
  }

  /// The full name of level 1 that the words spell (`产 出 指 标`, `产出`, `产出指标(50分)`); nil where they spell none.
  public static func level1(_ words: String) -> String? { key(words).flatMap { level1ByKey[$0] } }

  /// The full name of level 2 that the words spell (`质量`, `进度指标`, `环境效益指标`); nil where they spell none.
  public static func level2(_ words: String) -> String? { key(words).flatMap { level2ByKey[$0] } }

  /// The full names of the levels that words spell, both found by one lookup.
  ///
  /// - Parameter words: A text folded as `ComparedText` folds it; its brackets may have been made round.
  package static func levels(spelledBy words: ArraySlice<Unicode.Scalar>) -> (level1: String?, level2: String?) {
    let key = key(folded: words)
    guard key.count <= longestSpelling else { return (nil, nil) }
    return (level1ByKey[key], level2ByKey[key])
  }

  /// The level 1 that a level 2 belongs to; 产出指标 for 成本指标.
  public static func parent(ofLevel2 name: String) -> String? {
    parents[name]
  }

  /// Whether this full level 2 name may stand under this full level 1 name; the three cost names may stand under 产出指标 as well.
  public static func accepts(level2: String, under level1: String) -> Bool {
    guard let parent = parents[level2] else { return false }
    return parent == level1 || (parent == cost && level1 == output) || (level2 == cost && level1 == cost)
  }

  /// The words without white space, a bracketed score or weight, a leading number, the word 指标; nil where they are too many.
  /// A score has its 分 in the bracket or behind it, or stands without one: `成本指标(0-20)分`, `产出指标50分`.
  private static func key(_ words: String) -> Key? {
    guard words.utf8.count <= 150 else { return nil }
    return key(folded: ComparedText.scalars(of: words)[...])
  }

  private static func withoutScore(_ words: Key) -> Key {
    guard words.last == "分" else { return words }
    let rest = words.dropLast()
    if let last = rest.last, last == ")" || last == "]" || last == "】" { return rest }
    let end = rest.lastIndex { !("0"..."9" ~= $0 || $0 == "." || $0 == "-" || $0 == "~") }
    guard let end, end + 1 < rest.endIndex else { return words }
    return rest[...end]
  }

  private static func key(folded words: Key) -> Key {
    var text = withoutScore(words)
    if let open = text.firstIndex(where: { $0 == "(" || $0 == "[" || $0 == "【" }), open > text.startIndex,
      let last = text.last, last == ")" || last == "]" || last == "】"
    {
      text = text[..<open]
    }
    while let first = text.first, "0"..."9" ~= first || first == "." || first == "、" { text.removeFirst() }
    while text.last == ":" { text.removeLast() }
    if text.last == "标", text.dropLast().last == "指" { text.removeLast(2) }
    return text
  }
}
