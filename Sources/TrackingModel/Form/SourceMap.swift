import Findings

/// For each field of a form, the cells of the input that it was read from; for a missing field, where it ought to stand.
public struct SourceMap: Hashable, Sendable {
  /// The sheet that all cells are on; nil for text files.
  public var sheet: String?
  /// Where the fields of a form in a ledger stand, by row and column; nil for a form on a sheet of its own.
  package var rows: RowSources?
  private var own: [FieldPath: FieldCells] = [:]

  /// All fields with their cells.
  public var cells: [FieldPath: [CellReference]] {
    let own = own.mapValues(\.all)
    return rows.map { $0.cells.merging(own) { $1 } } ?? own
  }

  /// Whether no field has a cell.
  public var isEmpty: Bool { own.isEmpty && rows?.cells.isEmpty ?? true }

  public init(sheet: String? = nil) { self.sheet = sheet }

  /// Reserves capacity for so many fields.
  package mutating func reserveCapacity(_ count: Int) { own.reserveCapacity(count) }

  /// The cells that a field was read from; none where it was not read.
  public subscript(_ field: FieldPath) -> [CellReference] {
    get { own[field]?.all ?? rows?.cells(of: field) ?? [] }
    set { own[field] = newValue.first.map { FieldCells($0, and: newValue.dropFirst()) } }
  }

  /// Whether the field was read from this cell.
  public func contains(_ cell: CellReference, of field: FieldPath) -> Bool {
    own[field]?.contains(cell) ?? rows?.cells(of: field).contains(cell) ?? false
  }

  /// Adds cells that a field was read from; a cell that is there already, with all that come with it, is not added again.
  package mutating func add(_ cell: CellReference, and others: [CellReference] = [], to field: FieldPath) {
    if let rows, own[field] == nil {
      let cells = rows.cells(of: field)
      guard !cells.contains(cell) else { return }
      self[field] = cells
    }
    own[field, default: FieldCells()].add(cell, and: others)
  }

  /// Says where a field that is missing ought to stand.
  package mutating func expect(_ field: FieldPath, at cell: CellReference) {
    if let rows, !rows.cells(of: field).isEmpty { return }
    own[field, default: FieldCells()].expect(cell)
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
      if let range = own[path]?.range ?? rows.flatMap({ CellRange(around: $0.cells(of: path)) }) {
        return Place(sheet: sheet, cells: range, field: field.description)
      }
      enclosing = path.enclosing
    }
    return Place(sheet: sheet, field: field.description)
  }
}
