import Testing
import TrackingModel

@testable import Publishing

/// Where the labels of the page break in 宋体: a Chinese character an em, a Latin one half of it.
@Suite struct PageLabelTests {
  /// The labels and the catalog's words, cut where a word ends.
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

  /// Where the lines of a text end, line breaks left out of the count.
  private static func lineEnds(of text: String, room: Double, size: Double) -> [Int] {
    var ends: [Int] = []
    var line = 0.0
    var count = 0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if character == "\n" {
        ends.append(count)
        line = 0
        continue
      }
      // A Latin word stays whole, and a space hangs over the end of a line.
      let isLatin = character.isASCII && character != " "
      let startsWord = !isLatin || index == 0 || !characters[index - 1].isASCII || characters[index - 1].isWhitespace
      let word = isLatin ? characters[index...].prefix { $0.isASCII && !$0.isWhitespace } : [character]
      let length = character == " " ? 0 : word.reduce(0) { $0 + size * ($1.isASCII ? 0.5 : 1) }
      if startsWord, line + length > room, line > 0 {
        ends.append(count)
        line = 0
      }
      line += size * (character.isASCII ? 0.5 : 1)
      count += 1
    }
    return ends
  }

  /// The pages' widths: the usual ones and those for long reasons.
  private static let geometries: [PageGeometry] = {
    var form = SamplePages.first
    form.indicators[0].deviationReason = String(repeating: "因汛期影响，部分工期顺延。", count: 9)
    return ([FormDefinition.tracking.page.shares] + PageLayout.standard.wider(for: form)).map {
      PageGeometry(PageSettings(), shares: $0)
    }
  }()

  @Test(arguments: [12, 11, 10.5, 10, 9.5, 9, 8]) func labelsBreakWhereWordsEnd(size: Double) throws {
    #expect(Self.geometries.count > 1)
    for geometry in Self.geometries {
      for block in PageLayout.standard.blocks {
        if let label = block.label { try check(label, geometry.width(of: 0...0), size) }
        for cell in block.rows.joined() {
          guard case .label(let label) = cell.content else { continue }
          try check(label, geometry.width(of: cell.columns), size)
        }
      }
    }
  }

  @Test(arguments: [12, 11, 10.5, 10, 9.5, 9, 8]) func levelsBreakWhereWordsEnd(size: Double) throws {
    for geometry in Self.geometries {
      for level in IndicatorCatalog.levels {
        try check(#require(PageLayout.standard.levels[level.level1]), geometry.width(of: 1...1), size)
        for name in level.level2 {
          try check(#require(PageLayout.standard.levels[name]), geometry.width(of: 2...2), size)
        }
      }
    }
  }

  @Test func onlyWhatNoWidthSuitsHasLineBreaksOfItsOwn() {
    let cells = PageComposition.best(for: Self.formWithAllLevels, PageSettings()).drawing.cells
    let broken = cells.filter { $0.field == nil || $0.look == .level }.compactMap {
      if case .text(let text) = $0.value, text.contains("\n") { text } else { nil }
    }
    #expect(broken == ["跟踪期\n预算数", "跟踪期\n执行数", "偏差原因\n分析", "生态环境成本\n指标"])
  }

  @Test func noLabelIsShownSmallerAndAllAreWrapped() throws {
    let package = try WrittenPackage(OfficialPage.workbook(of: [Self.formWithAllLevels]).bytes)
    let formats = try #require(XMLTree(package.parts["xl/styles.xml"] ?? [])).elements(forName: "cellXfs")[0]
      .elements(forName: "xf")
    let sheet = try #require(XMLTree(package.parts["xl/worksheets/sheet1.xml"] ?? []))
    let cells = sheet.elements(forName: "sheetData")[0].elements(forName: "row").flatMap { $0.elements(forName: "c") }
    let styles = Dictionary(
      cells.map { ($0.value("r") ?? "", Int($0.value("s") ?? "") ?? 0) }, uniquingKeysWith: { first, _ in first })
    var seen = 0
    for cell in PageComposition.best(for: Self.formWithAllLevels, PageSettings()).drawing.cells {
      guard case .text = cell.value else { continue }
      let format = formats[try #require(styles[cell.range.first.a1])]
      let alignment = try #require(format.elements(forName: "alignment").first)
      #expect(alignment.value("shrinkToFit") == nil, "\(cell.value)")
      #expect(alignment.value("wrapText") == "1", "\(cell.value)")
      seen += 1
    }
    #expect(seen > 60)
  }

  @Test(arguments: [9.0, 10, 12, 16]) func everyNameOfTheCatalogComesBackWhole(size: Double) throws {
    var settings = PageSettings()
    settings.textSize = size
    let form = Self.formWithAllLevels
    let back = try ReadBack.recognized(OfficialPage.workbook(of: [form], settings: settings).bytes)
    try #require(back.count == 1)
    #expect(back[0].form.withoutSource == form)
    #expect(back[0].form.indicators.map(\.level2) == form.indicators.map(\.level2))
    #expect(!back[0].findings.map(\.rule).contains(.lineBreaksDropped))
  }

  @Test func aLevelThatTheCatalogDoesNotKnowIsWrittenAsItIs() {
    var form = SamplePages.first
    form.indicators[0].level2 = "社会公众和服务对象满意度指标"
    let cells = PageComposition.best(for: form, PageSettings()).drawing.cells
    #expect(cells.first { $0.field == .indicator(0, field: 1) }?.value == .text("社会公众和服务对象满意度指标"))
  }

  @Test func aLabelBesideTooFewRowsMakesThemHigher() throws {
    var settings = PageSettings()
    settings.textSize = 16
    // Too long for one page, so that it is not set smaller.
    let page = PageComposition.best(for: SamplePages.form(indicators: 60), settings)
    let label = try #require(page.drawing.cells.first { $0.value == .text("纠偏\n措施") })
    #expect(label.range.rows.map { page.drawing.heights[$0] }.reduce(0, +) >= 2 * 16 * 1.45)
  }

  /// An indicator under every second level of the catalog.
  private static let formWithAllLevels: TrackingForm = {
    var form = SamplePages.first
    form.indicators = IndicatorCatalog.levels.flatMap { level in
      level.level2.map { SamplePages.indicator(level.level1, $0, "甲项" + $0.prefix(2), "=100.00(%)", "75.00", "75.00") }
    }
    return form
  }()

  private func check(_ label: PageLabel, _ width: Double, _ size: Double) throws {
    let allowed = try #require(Self.ends[label.words], "\(label.words) is not in the list of this test")
    let setting = TextSetting(width: width, size: size)
    let written = label.written(width: width, setting)
    #expect(written.replacing("\n", with: "") == label.words)
    // In 宋体 as Excel sets it, which keeps five pixels free, and LibreOffice, which keeps 2 points.
    for free in [3.75, 2] {
      let ends = Self.lineEnds(of: written, room: width - free, size: size)
      #expect(Set(ends).isSubset(of: allowed), "\(written) at \(ends) of \(width) pt in \(size) pt")
    }
    // By the page's own measure.
    var starts: [Int] = []
    setting.eachLineStart(written) { starts.append(written[..<$0].count { $0 != "\n" }) }
    // A space hangs over the end of a line.
    let kept = starts.map { place in label.words.dropFirst(place).first == " " ? place + 1 : place }
    #expect(Set(kept).isSubset(of: allowed), "\(written) at \(starts) of \(width) pt in \(size) pt")
  }
}
