import Findings
import Spreadsheet
import TrackingModel

/// The header of a ledger: which rows it takes, what each column holds, and in which unit.
struct LedgerHeader: Sendable {
  /// A column with a heading.
  struct Column: Sendable {
    /// Of the sheet, from 0.
    let index: Int
    let role: LedgerRole
    /// The words above it, outermost first.
    let path: [String]
    /// The unit stated nearest to it in the header; nil where none is.
    let unit: AmountUnit?
    /// A unit farther off that says something else.
    let contradictedUnit: AmountUnit?
    /// The cell of its own heading.
    let cell: CellReference

    /// The same column with another role.
    func with(_ role: LedgerRole) -> Column {
      Column(index: index, role: role, path: path, unit: unit, contradictedUnit: contradictedUnit, cell: cell)
    }
  }

  /// The rows it takes, as positions in the rows that were looked at.
  let rows: Range<Int>
  /// From left to right.
  let columns: [Column]
  /// The ledger of this program that has exactly these columns: its texts then count as they stand; nil for other ledgers.
  let table: LedgerTable?
  /// Whether it has a column of indicators' names.
  let hasIndicators: Bool
  /// Whether one column holds the names of units and those of their projects.
  let namesUnitAmongProjects: Bool

  init(rows: Range<Int>, columns: [Column], table: LedgerTable?) {
    self.rows = rows
    self.columns = columns
    self.table = table
    hasIndicators = columns.contains { $0.role == .column(.name) }
    namesUnitAmongProjects =
      columns.contains { $0.role == .column(.project) && $0.path.last?.contains(exactly: "单位") == true }
      && !columns.contains { $0.role == .column(.implementingUnit) }
  }

  var isOwn: Bool { table != nil }

  /// How many rows are looked at to find a header.
  static let rowsToLookAt = 40
  private static let maximumDepth = 3

  /// Finds the header of a ledger in the first rows of a sheet; nil where they are those of something else.
  ///
  /// - Parameter hiddenColumns: None of them counts before a visible one with the same heading.
  static func find(
    in rows: [Row], hiddenColumns: Set<Int> = [], synonymIndex: SynonymIndex, mapping: LedgerMapping? = nil,
    family: FormFamily = .standard
  ) -> LedgerHeader? {
    let headings = LedgerHeadings(synonymIndex: synonymIndex)
    let tables = family.ledgers
    let words = HeaderWords(rows.prefix(rowsToLookAt + maximumDepth), synonymIndex: synonymIndex)
    if let mapping, let mapped = mapping.header(in: rows, { header(rows, $0, headings, hiddenColumns) }) {
      return mapped
    }
    for start in rows.indices.prefix(rowsToLookAt) {
      for table in tables { if let own = own(table, at: start, of: rows) { return own } }
      // Nearly every row of a form is passed over here.
      guard rows[start].cells.count >= 3, let depth = words.depthOfProject(from: start, atMost: maximumDepth),
        depth == 1 || words.isPartOfHeader(start)
      else { continue }
      var best: LedgerHeader?
      for depth in depth...max(depth, min(maximumDepth, rows.count - start)) {
        // `项目名称 | 甲 | 主管部门 | 乙` above other headings are labels with their values, and no header's first row.
        guard depth == 1 || words.isPartOfHeader(start) && words.isPartOfHeader(start + depth - 1) else { break }
        guard let header = header(rows, start..<(start + depth), headings, hiddenColumns), header.isConvincing else {
          continue
        }
        best = header
      }
      if let best { return isForm(rows[..<start], synonymIndex) ? nil : best }
    }
    return nil
  }

  /// Whether a project is named above already (项目名称：…): then the rows are those of one form.
  private static func isForm(_ rows: ArraySlice<Row>, _ synonymIndex: SynonymIndex) -> Bool {
    rows.contains { row in
      row.cells.contains { cell in
        guard cell.kind == .text, cell.text.utf8.count < 400 else { return false }
        return synonymIndex[String(cell.text.prefix { !":：".contains($0) })].field == .project
      }
    }
  }

  private static func own(_ table: LedgerTable, at start: Int, of rows: [Row]) -> LedgerHeader? {
    let cells = rows[start].cells
    guard cells.count == table.columns.count else { return nil }
    var columns: [Column] = []
    for (cell, column) in zip(cells, table.columns) {
      guard cell.text == column.heading else { return nil }
      columns.append(
        Column(
          index: cell.reference.column, role: .column(column), path: [cell.text], unit: .tenThousandYuan,
          contradictedUnit: nil, cell: cell.reference))
    }
    return LedgerHeader(rows: start..<(start + 1), columns: columns, table: table)
  }

  private static func header(
    _ rows: [Row], _ range: Range<Int>, _ headings: LedgerHeadings, _ hiddenColumns: Set<Int>
  ) -> LedgerHeader? {
    var paths: [Int: [Cell]] = [:]
    let indices = Set(rows[range].flatMap { $0.cells.map(\.reference.column) }).sorted()
    for (depth, row) in rows[range].enumerated() {
      let byColumn = Dictionary(row.cells.map { ($0.reference.column, $0) }, uniquingKeysWith: { first, _ in first })
      var group: Cell?
      for column in indices {
        if let cell = byColumn[column] {
          group = cell
          paths[column, default: []].append(cell)
          continue
        }
        // A heading further up that begins here ends what stands left of it in this row.
        if paths[column]?.last?.reference.column == column { group = nil }
        // A heading stands over the blank columns right of it, as merged cells do, where something stands below them.
        if let group, hasCell(below: depth, in: rows[range], at: column) { paths[column, default: []].append(group) }
      }
    }
    let kept = indices.filter { paths[$0]?.isEmpty == false }
    let words = kept.map { column in (paths[column] ?? []).map(\.text) }
    let roles = headings.roles(of: words, hidden: Set(kept.indices.filter { hiddenColumns.contains(kept[$0]) }))
    var columns: [Column] = []
    for (position, column) in kept.enumerated() {
      guard let last = paths[column]?.last else { continue }
      let stated = words[position].reversed().compactMap { AmountUnit.stated(in: $0)?.unit }
      columns.append(
        Column(
          index: column, role: roles[position], path: words[position], unit: stated.first,
          contradictedUnit: stated.first { $0 != stated.first }, cell: last.reference))
    }
    return LedgerHeader(rows: range, columns: columns, table: nil)
  }

  private static func hasCell(below depth: Int, in rows: ArraySlice<Row>, at column: Int) -> Bool {
    rows.dropFirst(depth + 1).contains { row in row.cells.contains { $0.reference.column == column } }
  }

  private var known: Int { columns.count { !$0.role.isUnknown } }

  /// A project, something that projects are tracked by, and hardly a heading that says nothing to us.
  private var isConvincing: Bool {
    let roles = Set(columns.map(\.role))
    let hasSubstance = roles.contains { role in
      switch role {
      case .column(.name), .column(.amount), .column(.goalsExpected): true
      default: false
      }
    }
    return (roles.contains(.column(.project)) || roles.contains(.column(.projectCode))) && hasSubstance && known >= 4
      && known * 5 >= columns.count * 2
  }
}
