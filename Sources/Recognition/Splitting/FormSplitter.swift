import Findings
import Spreadsheet
import TrackingModel

/// Splits a sheet into the areas of its forms: stacked ones, forms side by side, and pages that go on with the form above.
struct FormSplitter {
  /// The lines of one form each, in the order of their titles; lines before the first form are left out.
  func forms(in lines: [Line]) -> [[Line]] {
    guard let columns = sideBySide(lines) else { return stacked(lines) }
    var result: [[Line]] = []
    var from = Int.min
    for to in columns + [Int.max] {
      let band = lines.compactMap { line -> Line? in
        let cells = line.cells.filter { $0.column >= from && $0.column < to }
        return cells.isEmpty ? nil : Line(row: line.row, cells: cells)
      }
      result += stacked(band)
      from = to
    }
    return result
  }

  /// The columns at which further forms begin right of the first one; nil where no forms stand side by side.
  private func sideBySide(_ lines: [Line]) -> [Int]? {
    var attempts = 0
    for (index, line) in lines.enumerated() where line.cells.count > 1 && attempts < 3 {
      let titles = line.cells.filter(\.isTitle)
      guard titles.count > 1 else { continue }
      attempts += 1
      var cuts: [Int] = []
      for title in titles.dropFirst() {
        // A title in the middle of its form stands right of the form's first label.
        let project = lines[index...].prefix(12).lazy.compactMap { line in
          line.cells.last { $0.column <= title.column && $0.column > (cuts.last ?? titles[0].column) && isProject($0) }
        }.first
        cuts.append(min(title.column, project?.column ?? title.column))
      }
      let crosses = lines.contains { line in
        line.cells.contains { cell in cuts.contains { cell.column < $0 && cell.area.last.column >= $0 } }
      }
      if !crosses, isFormEach(lines, cuts: cuts) { return cuts }
    }
    return nil
  }

  private func isFormEach(_ lines: [Line], cuts: [Int]) -> Bool {
    var found: Set<Int> = []
    for line in lines {
      for cell in line.cells where isProject(cell) { found.insert(cuts.count { $0 <= cell.column }) }
    }
    return found.count == cuts.count + 1
  }

  private func isProject(_ cell: GridCell) -> Bool { cell.token.label == .project }

  /// Cuts at titles, then where a heading begins again without one.
  private func stacked(_ lines: [Line]) -> [[Line]] {
    var pages: [[Line]] = []
    for line in lines {
      let begins = line.cells.enumerated().contains { position, cell in
        cell.isTitle && !(position > 0 && line.cells[position - 1].token.isLabel)
      }
      if begins || pages.isEmpty { pages.append([]) }
      pages[pages.count - 1].append(line)
    }
    var forms: [[Line]] = []
    var last: PageOutline?
    for page in pages.flatMap(headings) {
      let outline = PageOutline(page)
      if let last, outline.continues(last) {
        forms[forms.count - 1] += page
      } else if outline.isForm {
        forms.append(page)
        last = outline
      }
    }
    return forms
  }

  /// Cuts one page where a second 项目名称 begins another form: in front of the heading lines that lead up to it.
  private func headings(_ lines: [Line]) -> [[Line]] {
    var cuts: [Int] = []
    // A further page of the form above has its project there.
    var sawProject = lines.first?.cells.contains { $0.isTitle && $0.isContinuation } ?? false
    var sawBlock = false
    var headingStart: Int?
    var blocks = OpenMerges()
    var table = OpenTable()
    for (index, line) in lines.enumerated() {
      guard let first = line.cells.first else { continue }
      let token = first.token
      // A row beside a merged cell that began further up is of that block, whatever its words: an indicator may be called 项目名称.
      let isInBlock = blocks.cover(first) || table.covers(line)
      if sawProject {
        blocks.add(line)
        table.add(line)
      }
      switch isInBlock ? nil : token.label {
      case .period, .firstMonth, .lastMonth, .supervisingDepartment, .implementingUnit, .possibleUnit, .reportingUnit,
        .year,
        .amountUnit, .projectCode:
        if sawBlock, headingStart == nil { headingStart = index }
      case .project:
        if sawProject, sawBlock {
          cuts.append(headingStart ?? index)
          sawBlock = false
        }
        headingStart = nil
        sawProject = true
        table = OpenTable(projectColumn: first.column)
      default:
        headingStart = nil
        if sawProject, isBeyondHeading(line, token) { sawBlock = true }
      }
    }
    guard !cuts.isEmpty else { return [lines] }
    return zip([0] + cuts, cuts + [lines.count]).map { Array(lines[$0..<$1]) }
  }

  /// Whether the line belongs to what stands below a form's heading: its indicators, or its measures.
  private func isBeyondHeading(_ line: Line, _ token: FieldToken) -> Bool {
    if token.label == .correctiveMeasures { return true }
    if line.cells.contains(where: { $0.meanings.indicatorHeading == .level2 }) { return true }
    return line.cells.count > 2 && line.cells.prefix(3).contains { $0.level2 != nil }
  }
}

/// The cells merged over several rows that began in the lines so far, as far as they tell whether a cell stands right of one.
private struct OpenMerges {
  /// From left to right, each going further down than those left of it: the others tell nothing.
  private var merges: [CellRange] = []

  mutating func add(_ line: Line) {
    for cell in line.cells where cell.area.last.row > line.row {
      let next = cell.area
      if merges.contains(where: { $0.last.column <= next.last.column && $0.last.row >= next.last.row }) { continue }
      merges.removeAll { $0.last.column >= next.last.column && $0.last.row <= next.last.row }
      let place = merges.firstIndex { $0.last.column > next.last.column } ?? merges.endIndex
      merges.insert(next, at: place)
    }
  }

  /// Whether one of them stands left of the cell and goes on in its row. Cells have to be asked about from above to below.
  mutating func cover(_ cell: GridCell) -> Bool {
    merges.removeSubrange(..<(merges.firstIndex { $0.last.row >= cell.row } ?? merges.endIndex))
    return merges.first.map { $0.last.column < cell.column } ?? false
  }
}

/// The columns of the indicators' headings seen last, as far as they tell whether a row begins under one of them.
private struct OpenTable {
  /// Where the label of the form's project stands: another form's stands there too, and not further right among the headings.
  var projectColumn = Int.max
  private var columns: ClosedRange<Int>?

  init(projectColumn: Int = .max) { self.projectColumn = projectColumn }

  mutating func add(_ line: Line) {
    guard line.cells.count > 2, line.cells.contains(where: { $0.meanings.indicatorHeading == .level2 }),
      let first = line.cells.first, let last = line.cells.last
    else { return }
    columns = first.column...last.area.last.column
  }

  /// Whether the line is a row under these headings: it has values of several columns beside its first cell, as no heading of a form has.
  func covers(_ line: Line) -> Bool {
    guard line.cells.count > 2, let first = line.cells.first, first.column > projectColumn else { return false }
    return columns?.contains(first.column) == true && line.cells.dropFirst().allSatisfy(\.token.isPlain)
  }
}

/// What a page has, as far as it matters for whether it begins a form.
struct PageOutline {
  private(set) var title: GridCell?
  private var project: String?
  private var unit: String?
  private var hasBudget = false
  private var hasGoals = false
  private var hasIndicators = false

  init(_ lines: [Line]) {
    for (index, line) in lines.enumerated() {
      for (position, cell) in line.cells.enumerated() {
        if title == nil, cell.isTitle { title = cell }
        /// The value right of the cell, or below it where nothing but labels stands in its line.
        var value: String {
          if position + 1 < line.cells.count, line.cells[position + 1].token.isPlain {
            return line.cells[position + 1].text.trimmed
          }
          let below = index + 1 < lines.count ? lines[index + 1].cells.first { $0.column == cell.column } : nil
          return below.map { $0.token.isPlain ? $0.text.trimmed : "" } ?? ""
        }
        switch cell.token {
        case .field(.project): project = project ?? value
        case .inline(.project, let value): project = project ?? value.trimmed
        case .field(.implementingUnit), .field(.possibleUnit), .field(.reportingUnit): unit = unit ?? value
        case .inline(.implementingUnit, let value), .inline(.possibleUnit, let value): unit = unit ?? value.trimmed
        case .field(.goalsExpected), .field(.goalsActual), .inline(.goalsExpected, _): hasGoals = true
        case .block(.budget): hasBudget = true
        default: break
        }
        if cell.meanings.budgetHeading == .initialBudget { hasBudget = true }
        if cell.meanings.indicatorHeading == .level2 { hasIndicators = true }
      }
    }
  }

  /// Takes in what a further page of the same form has.
  mutating func add(_ page: PageOutline) {
    title = title ?? page.title
    project = project ?? page.project
    unit = unit ?? page.unit
    hasBudget = hasBudget || page.hasBudget
    hasGoals = hasGoals || page.hasGoals
    hasIndicators = hasIndicators || page.hasIndicators
  }

  var hasProject: Bool { project != nil }

  /// Whether there are parts of a form without the project they belong to.
  var isPart: Bool { project == nil && (hasBudget || hasGoals || hasIndicators) }

  /// Whether there is enough to be a form of its own.
  var isForm: Bool {
    let blocks = [hasBudget, hasGoals, hasIndicators].count { $0 }
    if let title { return title.isDepartmentWide || project != nil || blocks > 0 }
    return project != nil && blocks > 0
  }

  /// Whether this page goes on with the form of the page before.
  func continues(_ before: PageOutline) -> Bool {
    if let title, title.isDepartmentWide { return false }
    guard let project else { return before.project != nil && title != nil }
    guard project == before.project, unit == nil || unit == before.unit else { return false }
    if let title, title.isContinuation { return true }
    return !hasBudget && !hasGoals && (before.hasBudget || before.hasGoals)
  }
}
