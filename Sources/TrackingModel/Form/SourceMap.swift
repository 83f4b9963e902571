import Findings

/// For each field of a form, the cells of the input that it was read from; for a missing field, where it ought to stand.
public struct SourceMap: Hashable, Sendable {
  /// The sheet that all cells are on; nil for text files.
  public var sheet: String?
  /// Where the fields of a form in a ledger stand, by row and column; nil for a form on a sheet of its own.
  public var rows: RowSources?
  private var own: [FieldPath: [CellReference]] = [:]
  /// The cells of fields that have many, to be asked for one: a field may go on over every row of a sheet.
  private var members: [FieldPath: Set<CellReference>] = [:]
  private static let many = 16

  /// All fields with their cells.
  public var cells: [FieldPath: [CellReference]] { rows.map { $0.cells.merging(own) { $1 } } ?? own }

  public init(sheet: String? = nil) { self.sheet = sheet }

  /// Makes room for so many fields.
  public mutating func reserveCapacity(_ count: Int) { own.reserveCapacity(count) }

  public subscript(_ field: FieldPath) -> [CellReference] {
    get { own[field] ?? rows?.cells(of: field) ?? [] }
    set {
      own[field] = newValue.isEmpty ? nil : newValue
      members[field] = newValue.count < Self.many ? nil : Set(newValue)
    }
  }

  /// Whether the field was read from this cell.
  public func contains(_ cell: CellReference, of field: FieldPath) -> Bool {
    members[field]?.contains(cell) ?? self[field].contains(cell)
  }

  /// Adds cells that a field was read from; a cell that is there already, with all that come with it, is not added again.
  public mutating func add(_ cell: CellReference, and others: [CellReference] = [], to field: FieldPath) {
    guard !contains(cell, of: field) else { return }
    if own[field] == nil, let cells = rows?.cells(of: field) { own[field] = cells }
    own[field, default: []].append(cell)
    own[field, default: []] += others
    if members[field] != nil {
      members[field]?.insert(cell)
      members[field]?.formUnion(others)
    } else if let cells = own[field], cells.count >= Self.many {
      members[field] = Set(cells)
    }
  }

  public static func == (left: SourceMap, right: SourceMap) -> Bool {
    left.sheet == right.sheet && left.rows == right.rows && left.own == right.own
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(sheet)
    hasher.combine(rows)
    hasher.combine(own)
  }

  /// The place of a field, or of the nearest enclosing field that has one (`indicators[3]` for `indicators[3].actual`).
  public func place(of field: FieldPath) -> Place {
    var enclosing: FieldPath? = field
    while let path = enclosing {
      if let range = CellRange(around: self[path]) {
        return Place(sheet: sheet, cells: range, field: field.description)
      }
      enclosing = path.enclosing
    }
    return Place(sheet: sheet, field: field.description)
  }
}
