import Findings
import TrackingModel

/// Which lines under a header are rows of its table, by how they fit the header and, where they do not, by their words.
struct IndicatorExtent {
  enum Kind {
    case row
    /// 总分: sums of the columns.
    case total
    /// Nothing but the block's label.
    case label
    /// A page number, or the title of a further page.
    case page
    /// It belongs to something else.
    case other
  }

  let header: IndicatorHeader
  /// Whether merged cells tell where the table's cells stand.
  private let keepsPlaces: Bool
  /// The rows that the block's merged label covers; nil where it does not tell.
  private(set) var span: ClosedRange<Int>?
  private let nameColumn: ClosedRange<Int>
  private let firstColumn: Int

  init(header: IndicatorHeader, keepsPlaces: Bool) {
    self.header = header
    self.keepsPlaces = keepsPlaces
    nameColumn = header.nameColumn
    firstColumn = header.firstColumn
  }

  /// The block's merged label tells which rows are the table's.
  mutating func extendSpan(_ label: GridCell) {
    // A page of one row has the label again in one cell.
    if label.area.rows.count > 1 || span != nil { span = label.area.rows }
  }

  /// Whether the cells of a row stand where they were typed. Rows that the block's merged label does not cover any more, below a page
  /// break, have lost the places that its other rows keep.
  func keepsPlaces(of row: Int) -> Bool { keepsPlaces && span?.contains(row) ?? true }

  /// The line without the block's label, and the label.
  func split(_ line: Line) -> (labels: ArraySlice<GridCell>, cells: [GridCell]) {
    let count = line.cells.prefix { $0.column < min(firstColumn, nameColumn.lowerBound) && TableLabel.isLabel($0) }
      .count
    if count == 0, let first = line.cells.first, first.meanings.block == .indicators,
      first.column < nameColumn.lowerBound, first.level1 == nil, !keepsPlaces(of: line.row)
    {
      return (line.cells[..<1], Array(line.cells[1...]))
    }
    return (line.cells[..<count], count == 0 ? line.cells : Array(line.cells[count...]))
  }

  /// - Parameter cells: Those of the line, the block's label taken off.
  func kind(_ line: Line, _ cells: [GridCell]) -> Kind {
    guard let first = cells.first else { return .label }
    let isInSpan = span?.contains(line.row) ?? false
    if !isInSpan, line.cells.allSatisfy({ $0.isTitle || $0.isPageNumber }) { return .page }
    if isTotal(cells) { return .total }
    let fits = fits(cells)
    if isInSpan { return fits || !isText(cells) ? .row : .other }
    if fits, !isOtherLabel(first, cells) { return .row }
    if keepsPlaces, isText(cells) || span == nil && first.column < firstColumn { return .other }
    return isRow(by: first, cells) ? .row : .other
  }

  /// Whether each cell stands under a heading, with an indicator's name among them and something beside it.
  func fits(_ cells: [GridCell]) -> Bool {
    var hasName = false
    var values = 0
    for cell in cells {
      guard let position = header.position(of: cell.column) else { return false }
      switch header.columns[position].label {
      case .name: hasName = !isAcross(cell, from: position)
      case .level1, .level2:
        if isAcross(cell, from: position), cell.area.last.column >= nameColumn.lowerBound { return false }
      default: values += 1
      }
    }
    return hasName && values > 0
  }

  /// Whether a cell covers the columns of several headings, the names' among them, as a text in a row of its own does.
  private func isText(_ cells: [GridCell]) -> Bool {
    cells.contains { cell in
      guard let position = header.position(of: cell.column), isAcross(cell, from: position) else { return false }
      return cell.column <= nameColumn.upperBound && cell.area.last.column >= nameColumn.lowerBound
    }
  }

  private func isAcross(_ cell: GridCell, from position: Int) -> Bool {
    position + 1 < header.columns.count
      && cell.area.last.column >= header.columns[position + 1].columns.lowerBound
  }

  /// Whether the row sums up: 总分 with nothing but numbers, and no target.
  private func isTotal(_ cells: [GridCell]) -> Bool {
    guard let first = cells.first, first.meanings.indicatorHeading == .scoreTotal else { return false }
    let isNamed = cells.contains { cell in
      guard let position = header.position(of: cell.column), !cell.isNone else { return false }
      return [.target, .planned, .actual].contains(header.columns[position].label)
    }
    if nameColumn.contains(first.column), isNamed { return false }
    return cells.dropFirst().allSatisfy { cell in
      cell.cell.kind == .number || IndicatorValue(text: cell.text).amount != nil || cell.isNone
    }
  }

  /// Whether a line that fits the columns is one of labels all the same: 项目名称 | 甲 | 实施单位 | 乙.
  private func isOtherLabel(_ first: GridCell, _ cells: [GridCell]) -> Bool {
    guard !first.token.isPlain else { return false }
    // An indicator may be called like a label, with more than one value beside it.
    if nameColumn.contains(first.column) { return cells.count < 3 || cells[1].token.isLabel }
    return cells.dropFirst().contains { !$0.token.isPlain }
  }

  /// Whether a line that does not fit, or whose places are lost, is a row by its words.
  private func isRow(by first: GridCell, _ cells: [GridCell]) -> Bool {
    let isBeforeName = first.column < nameColumn.lowerBound
    let isLevel = first.level1 != nil || first.level2 != nil
    if !isLevel {
      switch first.token {
      case .block(let block) where block != .indicators:
        if isBeforeName || cells.dropFirst().first?.token.isLabel ?? true { return false }
      case .field, .inline:
        // An indicator may be called like a label; it stands where names do, with values where values do.
        guard case .field = first.token, !isBeforeName, nameColumn.contains(first.column), cells.count > 2 else {
          return false
        }
      case .block, .plain:
        if first.otherKind != .other, isBeforeName || cells.count == 1 { return false }
      }
      if cells.count == 1, isBeforeName { return false }
      if first.column < firstColumn, !hasEvidence(cells) { return false }
    }
    return isLevel || cells.count > 2 || cells.contains { $0.column >= nameColumn.lowerBound }
      || cells.dropFirst().contains { $0.level2 != nil }
  }

  /// Whether a row that stands left of its header says anything that an indicator's row does.
  private func hasEvidence(_ cells: [GridCell]) -> Bool {
    cells.count > 4
      || cells.count > 2
        && cells.contains { $0.level2 != nil || $0.cell.kind == .number || IndicatorValue(text: $0.text).amount != nil }
  }
}
