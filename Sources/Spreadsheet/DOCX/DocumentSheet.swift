import Findings

/// A table of a document as a sheet: the paragraphs above it as rows, its own rows, the paragraphs below it.
struct DocumentSheet {
  let info: SheetInfo
  let rows: [Row]
  let merges: [CellRange]
  let findings: [Finding]

  /// Paragraphs that belong to a table on one side: more are prose.
  private static let mostLines = 12
  /// Characters of such a paragraph; a longer one is prose, and so is what stands beyond it.
  private static let longestLine = 200
  /// Characters of a heading in a sheet's name.
  private static let longestName = 24

  /// The sheets of a document, and what is to be said of the paragraphs that belong to none.
  static func sheets(of blocks: [DocumentBlock]) -> (sheets: [DocumentSheet], outside: [Finding]) {
    var sheets: [DocumentSheet] = []
    var outside: [Finding] = []
    let parts = DocumentParts(blocks.withoutFrames)
    for (number, table) in parts.tables.enumerated() {
      var above = parts.above(number)
      var below = parts.below(number)
      let left = above.dropLast(lines(above.reversed()).count)
      above = Array(above[left.count...])
      let kept = lines(below).count
      let rest = below[kept...]
      below = Array(below[..<kept])
      for prose in [Array(left), Array(rest)] where !prose.isEmpty {
        let text = prose[0].text.count > 40 ? prose[0].text.prefix(40) + "…" : prose[0].text[...]
        outside.append(Finding(.docxOutside, ["count": String(prose.count), "found": String(text)]))
        outside += prose.flatMap(\.findings)
      }
      sheets.append(DocumentSheet(table, above: above, below: below, index: number, of: parts.tables.count))
    }
    return (sheets, outside)
  }

  /// As many of the paragraphs from the first on as are lines of a form and no prose.
  private static func lines(_ paragraphs: some Sequence<DocumentParagraph>) -> [DocumentParagraph] {
    Array(paragraphs.prefix(mostLines).prefix { $0.text.count <= longestLine })
  }

  private init(
    _ table: DocumentTable, above: [DocumentParagraph], below: [DocumentParagraph], index: Int, of sheets: Int
  ) {
    info = SheetInfo(name: Self.name(number: index + 1, above: above), index: index)
    var list = FindingList(sheet: info.name, amongSheets: sheets)
    var rows: [Row] = []
    var merges: [CellRange] = []
    func add(_ paragraph: DocumentParagraph, row: Int) {
      let reference = CellReference(row: row, column: 0)
      let across = CellRange(rows: row...row, columns: 0...max(0, table.columnCount - 1))
      // Of one that has only something to be said of it, all was left out.
      if !paragraph.text.allSatisfy(\.isWhitespace) {
        rows.append(Row(index: row, cells: [Cell(at: reference, text: paragraph.text)]))
        if !across.isSingleCell { merges.append(across) }
      }
      for finding in paragraph.findings { list.add(finding.rule, at: CellRange(reference), finding.values) }
    }
    for (row, paragraph) in above.enumerated() { add(paragraph, row: row) }
    let offset = above.count
    var cells: [Cell] = []
    for cell in table.cells {
      let reference = CellReference(row: cell.reference.row + offset, column: cell.reference.column)
      if let last = cells.last, last.reference.row != reference.row {
        rows.append(Row(index: last.reference.row, cells: cells))
        cells = []
      }
      cells.append(Cell(at: reference, text: cell.text))
    }
    if let last = cells.last { rows.append(Row(index: last.reference.row, cells: cells)) }
    merges += table.merges.map { $0.moved(down: offset) }
    for finding in table.findings {
      list.add(finding.rule, at: finding.place.cells?.moved(down: offset), finding.values)
    }
    for (row, paragraph) in below.enumerated() { add(paragraph, row: offset + table.rowCount + row) }
    self.rows = rows
    self.merges = merges
    findings = list.all
  }

  /// `表1`, and the first of the headings that stand together right above the table.
  private static func name(number: Int, above: [DocumentParagraph]) -> String {
    let last = above.lastIndex(where: \.isHeading)
    let first = last.flatMap { last in above[...last].lastIndex { !$0.isHeading }.map { $0 + 1 } ?? 0 }
    let words = first.map { above[$0].text.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? ""
    let heading = words.count > longestName ? words.prefix(longestName) + "…" : words[...]
    return heading.isEmpty ? "表\(number)" : "表\(number) \(heading)"
  }
}

extension CellRange {
  fileprivate func moved(down rows: Int) -> CellRange {
    CellRange(
      CellReference(row: first.row + rows, column: first.column),
      CellReference(row: last.row + rows, column: last.column))
  }
}

/// The tables of a document and the paragraphs between them.
private struct DocumentParts {
  private(set) var tables: [DocumentTable] = []
  /// The paragraphs in front of each table, and behind the last, that say something.
  private var gaps: [[DocumentParagraph]] = [[]]

  init(_ blocks: [DocumentBlock]) {
    var beginsPage = false
    for block in blocks {
      switch block {
      case .table(let table):
        // A table without a word is a line or a frame.
        guard !table.cells.isEmpty else { continue }
        tables.append(table)
        gaps.append([])
        beginsPage = false
      case .paragraph(var paragraph):
        paragraph.beginsPage = paragraph.beginsPage || beginsPage
        let isBlank = paragraph.text.allSatisfy(\.isWhitespace)
        beginsPage = isBlank && paragraph.beginsPage
        guard !isBlank || !paragraph.findings.isEmpty else { continue }
        gaps[gaps.count - 1].append(paragraph)
      }
    }
  }

  func above(_ table: Int) -> [DocumentParagraph] {
    let gap = gaps[table]
    return table == 0 ? gap : Array(gap[split(gap)...])
  }

  func below(_ table: Int) -> [DocumentParagraph] {
    let gap = gaps[table + 1]
    return table + 1 == tables.count ? gap : Array(gap[..<split(gap)])
  }

  /// Where in a gap what belongs to the next table begins: at a new page or a heading, else right behind the table before.
  private func split(_ gap: [DocumentParagraph]) -> Int {
    gap.firstIndex(where: \.beginsPage) ?? gap.firstIndex(where: \.isHeading) ?? 0
  }
}
