/// The rows of one form, top to bottom.
struct PageRows {
  private(set) var rows: [PageRow] = []
  /// The heading of the indicator table, which every page that goes on with it repeats.
  private(set) var indicatorHeader: PageRow?
  /// What stands in the first column beside the rows of each block.
  private(set) var labels: [String?] = []
  private let layout: PageLayout
  private let settings: PageSettings
  private let geometry: PageGeometry
  private let value: (PageField) -> PageValue
  private let leastHeight: (PageField) -> Double

  /// - Parameters:
  ///   - indicators: How many indicators are drawn; at least one.
  ///   - leastHeight: The least height of a row with this field, in points.
  ///   - value: What a field shows.
  init(
    of layout: PageLayout, indicators: Int, settings: PageSettings, geometry: PageGeometry,
    leastHeight: @escaping (PageField) -> Double = { _ in 0 }, value: @escaping (PageField) -> PageValue
  ) {
    self.layout = layout
    self.leastHeight = leastHeight
    self.settings = settings
    self.geometry = geometry
    self.value = value
    rows.reserveCapacity(24 + indicators)
    for (index, block) in layout.blocks.enumerated() {
      let first = rows.count
      for cells in block.rows { add(cells, block: index, indicator: nil) }
      if !block.eachIndicator.isEmpty {
        if !block.rows.isEmpty { indicatorHeader = rows.last }
        for indicator in 0..<max(1, indicators) { addIndicator(indicator, block.eachIndicator, block: index) }
      }
      labels.append(label(of: block, beside: first))
      if index > 0, !block.staysWithPrevious, !block.isUnbroken { rows[first].breakBefore = .betweenGroups }
      if block.isUnbroken { for row in first..<rows.count { rows[row].breakBefore = .never } }
    }
    if !settings.signOff.isEmpty { addSignOff() }
  }

  /// The height of all rows where none is higher than its texts need.
  var tightHeight: Double { rows.reduce(0) { $0 + $1.tightHeight } }

  /// The same rows on one page that holds them where none is higher than its texts need: what is left of the page is shared among them.
  ///
  /// - Parameter height: Of the page, in points.
  func tightened(to height: Double) -> PageRows {
    var copy = self
    let tight = tightHeight
    let white = rows.reduce(0) { $0 + $1.height } - tight
    let share = white > 0 ? min(1, max(0, height - tight) / white) : 0
    for (index, row) in rows.enumerated() {
      // Rounded down to pixels, as files have them.
      let wanted = row.tightHeight + (row.height - row.tightHeight) * share
      copy.rows[index].height = max(row.tightHeight, (wanted / Self.pixel).rounded(.down) * Self.pixel)
    }
    copy.indicatorHeader?.height = indicatorHeader?.tightHeight ?? 0
    return copy
  }

  /// Of a 96 dpi screen, in points.
  private static let pixel = 0.75

  /// Whether the next indicator says the same in the field whose cells are merged, and shares its cell.
  private func isSameGroup(_ one: Int, _ other: Int) -> Bool {
    guard let merged = layout.merged else { return false }
    let level = value(.indicator(one, field: merged))
    return level != .blank && level == value(.indicator(other, field: merged))
  }

  /// The label of a block as it is written; the last of its rows grows where they are not high enough for it together.
  private mutating func label(of block: PageLayout.Block, beside first: Int) -> String? {
    guard let label = block.label, let last = rows.indices.last, last >= first else { return nil }
    let setting = TextSetting(width: geometry.width(of: 0...0), size: settings.textSize)
    let words = label.written(width: geometry.width(of: 0...0), setting)
    let lines = setting.lines(words)
    rows[last].height += max(0, setting.height(ofLines: lines) - rows[first...].reduce(0) { $0 + $1.height })
    rows[last].tightHeight += max(
      0, setting.tightHeight(ofLines: lines) - rows[first...].reduce(0) { $0 + $1.tightHeight })
    return words
  }

  private mutating func addIndicator(_ indicator: Int, _ lines: [[PageLayout.Cell]], block: Int) {
    let first = rows.count
    for cells in lines {
      let start = rows.count
      add(cells, block: block, indicator: indicator)
      if start > first { rows[start].breakBefore = .withinIndicator }
    }
    guard indicator > 0 else { return }
    let goesOn = isSameGroup(indicator - 1, indicator)
    rows[first].breakBefore = goesOn || layout.merged == nil ? .betweenIndicators : .betweenGroups
    guard goesOn, lines.count == 1, let merged = layout.merged else { return }
    let field = PageField.indicator(indicator, field: merged)
    if let cell = rows[first].cells.firstIndex(where: { $0.field == field }) {
      rows[first].cells[cell].continuesAbove = true
    }
  }

  /// Adds the row, or several where one of its texts needs several.
  private mutating func add(_ cells: [PageLayout.Cell], block: Int, indicator: Int?) {
    var row = PageRow(cells: [], height: 0, tightHeight: 0, block: block, indicator: indicator)
    row.cells.reserveCapacity(cells.count)
    var long: [Int: [Part]] = [:]
    for (index, cell) in cells.enumerated() {
      let field = field(of: cell, indicator: indicator)
      let parts = parts(of: cell, field)
      if !parts.further.isEmpty { long[index] = parts.further }
      row.height = max(row.height, parts.first.height)
      row.tightHeight = max(row.tightHeight, parts.first.tightHeight)
      row.cells.append(PageRow.Cell(columns: cell.columns, value: parts.first.value, look: cell.look, field: field))
    }
    rows.append(row)
    addParts(long, below: row)
  }

  /// Adds the rows that the long texts of a row go on in; its other cells go on with them.
  private mutating func addParts(_ long: [Int: [Part]], below row: PageRow) {
    for part in 0..<(long.values.map(\.count).max() ?? 0) {
      var next = row
      next.height = 0
      next.tightHeight = 0
      next.breakBefore = row.indicator == nil ? .withinText : .withinIndicator
      for index in next.cells.indices {
        next.cells[index].value = .blank
        guard let parts = long[index] else {
          next.cells[index].continuesAbove = true
          next.cells[index].value = row.cells[index].value
          continue
        }
        if part < parts.count {
          next.cells[index].value = parts[part].value
          next.height = max(next.height, parts[part].height)
          next.tightHeight = max(next.tightHeight, parts[part].tightHeight)
        }
      }
      rows.append(next)
    }
  }

  private func field(of cell: PageLayout.Cell, indicator: Int?) -> PageField? {
    switch cell.content {
    case .value(let number): .value(number)
    case .indicator(let number): indicator.map { .indicator($0, field: number) }
    case .label, .blank: nil
    }
  }

  /// What one row shows of a cell.
  private struct Part {
    let value: PageValue
    /// Points.
    let height: Double
    let tightHeight: Double

    init(_ value: PageValue, lines: Int, _ setting: TextSetting, least: Double) {
      self.value = value
      height = max(least, setting.height(ofLines: lines))
      tightHeight = setting.tightHeight(ofLines: lines)
    }
  }

  /// What a cell shows, cut into rows.
  private func parts(of cell: PageLayout.Cell, _ field: PageField?) -> (first: Part, further: [Part]) {
    let width = geometry.width(of: cell.columns) - (cell.look == .prose ? PageGeometry.indent : 0)
    let setting = TextSetting(width: width, size: cell.look == .title ? settings.titleSize : settings.textSize)
    let shown: PageValue
    if case .label(let label) = cell.content {
      shown = .text(label.written(width: width, setting))
    } else {
      shown = field.map { cell.look == .level ? level($0, width: width, setting) : value($0) } ?? .blank
    }
    let least = max(cell.look.leastHeight(settings), field.map(leastHeight) ?? 0)
    guard case .text(let text) = shown else { return (Part(shown, lines: 1, setting, least: least), []) }
    let lines = setting.lines(text)
    if lines <= setting.maximumLines { return (Part(shown, lines: lines, setting, least: least), []) }
    // Two pieces to a page, so that little of it stays empty.
    let piece = max(1, min(setting.maximumLines, setting.lines(within: geometry.height / 2)))
    let parts = TextPieces.cut(text, setting, maximumLines: piece).map { words in
      let words = String(words)
      return Part(.text(words), lines: setting.lines(words), setting, least: least)
    }
    return (parts[0], Array(parts.dropFirst()))
  }

  /// A level; one that the catalog knows breaks where a word ends.
  private func level(_ field: PageField, width: Double, _ setting: TextSetting) -> PageValue {
    let value = value(field)
    guard case .text(let name) = value, setting.lines(name) > 1, let known = layout.levels[name] else { return value }
    return .text(known.written(width: width, setting))
  }

  /// 填报人：　　　　单位负责人：　　　　日期：
  private mutating func addSignOff() {
    let words = settings.signOff.map { $0 + "：" }.joined(separator: String(repeating: "　", count: 6))
    let columns = 0...(layout.columns - 1)
    let setting = TextSetting(width: geometry.width(of: columns), size: settings.textSize)
    rows.append(
      PageRow(
        cells: [.init(columns: columns, value: .text(words), look: .period)],
        height: setting.height(ofLines: setting.lines(words)) + settings.textSize,
        tightHeight: setting.height(ofLines: setting.lines(words)), block: layout.blocks.count))
  }
}
