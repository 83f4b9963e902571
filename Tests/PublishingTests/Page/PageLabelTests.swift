import Testing
import TrackingModel

@testable import Publishing

/// Where the labels of the page break, in 宋体 as Excel sets it: a Chinese character an em, a Latin one half of it, five pixels of every cell free.
@Suite struct PageLabelTests {
  /// The labels and the catalogue's words, cut where a word ends.
  private static let words = [
    "项目|名称", "主管|部门", "实施|单位", "预算|执行|情况| |(万元)", "年初|预算数", "跟踪期|预算数", "跟踪期|执行数", "执行率|(%)",
    "年度|资金|总额", "其中：|当年|财政|拨款", "上年|结转|资金", "其他|资金", "年度|总体|目标", "预期|目标", "跟踪期|实际|完成|情况",
    "绩效|指标", "一级|指标", "二级|指标", "三级|指标", "年度|指标值", "跟踪期|计划|完成值", "跟踪期|实际|完成值", "偏差|原因|分析",
    "绩效|跟踪|总体|判断", "年度|项目|预算|完成|可能性", "年度|绩效|目标|完成|可能性", "纠偏|措施", "产出|指标", "效益|指标", "满意度|指标",
    "成本|指标", "数量|指标", "质量|指标", "时效|指标", "经济|成本|指标", "社会|成本|指标", "生态|环境|成本|指标", "经济|效益|指标",
    "社会|效益|指标", "生态|效益|指标", "可持续|影响|指标", "服务对象|满意度|指标",
  ]

  /// The places, counted in characters, where a text may break.
  private static let ends: [String: Set<Int>] = Dictionary(
    uniqueKeysWithValues: words.map { word in
      var place = 0
      let ends = word.split(separator: "|").map { part in
        place += part.count
        return place
      }
      return (word.replacing("|", with: ""), Set(ends))
    })

  /// Where the lines of a text end.
  private static func lineEnds(of text: String, width: Double, size: Double) -> [Int] {
    let room = width - 3.75
    var ends: [Int] = []
    var line = 0.0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      // A Latin word stays whole.
      let isLatin = character.isASCII && character != " "
      let startsWord = !isLatin || index == 0 || !characters[index - 1].isASCII || characters[index - 1] == " "
      let word = isLatin ? characters[index...].prefix { $0.isASCII && $0 != " " } : [character]
      let length = word.reduce(0) { $0 + size * ($1.isASCII ? 0.5 : 1) }
      if startsWord, line + length > room, line > 0 {
        ends.append(index)
        line = 0
      }
      line += size * (character.isASCII ? 0.5 : 1)
    }
    return ends
  }

  @Test(arguments: [10, 9.5, 9]) func labelsBreakWhereWordsEnd(size: Double) throws {
    let geometry = PageGeometry(PageSettings())
    for block in PageLayout.standard.blocks {
      if let label = block.label { try check(label, geometry.width(of: 0...0), size) }
      for cell in block.rows.joined() {
        guard case .label(let words) = cell.content else { continue }
        let width = geometry.width(of: cell.columns)
        if cell.look == .line {
          // Shown a little smaller at most.
          #expect(words.reduce(0) { $0 + size * ($1.isASCII ? 0.5 : 1) } * 0.86 <= width - 3.75, "\(words)")
        } else {
          try check(words, width, size)
        }
      }
    }
  }

  @Test(arguments: [10, 9.5, 9]) func levelsBreakWhereWordsEnd(size: Double) throws {
    let geometry = PageGeometry(PageSettings())
    for level in IndicatorCatalogue.levels {
      try check(level.level1, geometry.width(of: 1...1), size, isLevel: true)
      for name in level.level2 { try check(name, geometry.width(of: 2...2), size, isLevel: true) }
    }
  }

  @Test func aLongLevelIsShownSmallerAndNotBroken() throws {
    var form = SamplePages.first
    form.indicators[0].level2 = "生态环境成本指标"
    let cells = PageComposition.best(for: form, PageSettings()).drawing.cells
    #expect(cells.first { $0.field == .indicator(0, field: 1) }?.look == .line)
    #expect(cells.first { $0.field == .indicator(1, field: 1) }?.look == .level)
  }

  private func check(_ text: String, _ width: Double, _ size: Double, isLevel: Bool = false) throws {
    let allowed = try #require(Self.ends[text], "\(text) is not in the list of this test")
    let ends = Self.lineEnds(of: text, width: width, size: size)
    // A level is shown smaller rather than broken.
    if isLevel, Double(text.count) * size * PageGeometry.leastShrinking <= width - 3.75 { return }
    #expect(Set(ends).isSubset(of: allowed), "\(text) at \(ends) of \(width) pt in \(size) pt")
  }
}
