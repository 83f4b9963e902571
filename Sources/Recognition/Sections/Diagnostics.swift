import Findings
import TrackingModel

/// What has been found on a form while it was read.
struct Diagnostics {
  private let sheet: String?
  private(set) var findings: [Finding] = []
  /// The last finding on a level that was carried down, by the level.
  private var carried: [FieldKey: Int] = [:]
  /// The last finding on cells that were put together, by its rule.
  private var joined: [String: Int] = [:]

  init(sheet: String?) { self.sheet = sheet }

  mutating func add(_ rule: Rule, at cell: GridCell, _ values: [String: String] = [:], field: FieldPath? = nil) {
    add(rule, at: cell.area, values, field: field)
  }

  /// - Parameter cells: nil where no cells are to be shown.
  mutating func add(_ rule: Rule, at cells: CellRange?, _ values: [String: String] = [:], field: FieldPath? = nil) {
    findings.append(Finding(rule, at: place(cells, field), values))
  }

  /// The value of a reading; its findings are added, at the cell.
  mutating func value<Value>(of reading: Reading<Value>, at cell: GridCell, _ field: FieldPath) -> Value {
    if !reading.findings.isEmpty { findings += reading.findings(at: place(cell.area, field)) }
    return reading.value
  }

  /// Notes a level carried down, one finding for rows below each other.
  mutating func addCarriedLevel(_ level: String, at cell: CellReference, field: FieldPath) {
    let key = field.key == .level1 ? FieldKey.level1 : .level2
    if let index = carried[key], let range = findings[index].place.cells, findings[index].values["read"] == level,
      range.last.row + 1 == cell.row
    {
      findings[index].place.cells = range.union(CellRange(cell))
      return
    }
    carried[key] = findings.count
    add(.levelCarried, at: CellRange(cell), ["read": level], field: field)
  }

  /// Notes what was put together from cells of one row, one finding for rows below each other.
  mutating func addJoined(_ rule: Rule, _ cells: [GridCell], field: FieldPath) {
    guard let range = CellRange(around: cells.map(\.reference)) else { return }
    guard let index = joined[rule.name], let above = findings[index].place.cells,
      above.last.row + 1 == range.first.row
    else {
      joined[rule.name] = findings.count
      return add(rule, at: range, ["range": range.a1], field: field)
    }
    var place = findings[index].place
    place.cells = above.union(range)
    findings[index] = Finding(rule, at: place, ["range": above.union(range).a1])
  }

  /// Changes the paths of values that have turned out to be those of other fields.
  mutating func changePaths(_ changed: (FieldPath) -> FieldPath) {
    for position in findings.indices {
      findings[position].place.field = findings[position].place.field.map { changed(FieldPath($0)).description }
    }
  }

  private func place(_ cells: CellRange?, _ field: FieldPath?) -> Place {
    Place(sheet: sheet, cells: cells, field: field?.description)
  }
}
