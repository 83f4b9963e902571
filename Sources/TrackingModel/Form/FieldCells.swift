import Findings

/// The cells that one field was read from. Nearly every field has one, which costs no memory of its own.
struct FieldCells: Hashable, Sendable {
  private var first: CellReference?
  private var others: [CellReference] = []
  /// All cells where there are many, to be asked for one: a field may go on over every row of a sheet.
  private var members: Set<CellReference>?

  private static let many = 16

  /// None so far.
  init() {}

  init(_ first: CellReference, and others: some Sequence<CellReference> = []) {
    self.first = first
    self.others = Array(others)
    countMembers()
  }

  var all: [CellReference] { first.map { [$0] + others } ?? [] }

  /// The smallest rectangle around all of them; nil where there are none.
  var range: CellRange? {
    first.map { first in others.reduce(CellRange(first)) { $0.union(CellRange($1)) } }
  }

  func contains(_ cell: CellReference) -> Bool {
    first == cell || (members.map { $0.contains(cell) } ?? others.contains(cell))
  }

  /// Adds a cell with all that come with it, unless it is there already.
  mutating func add(_ cell: CellReference, and further: [CellReference]) {
    guard first != nil else {
      self = FieldCells(cell, and: further)
      return
    }
    guard !contains(cell) else { return }
    others.append(cell)
    others += further
    if members != nil {
      members?.insert(cell)
      members?.formUnion(further)
    } else {
      countMembers()
    }
  }

  /// The cell where the field ought to stand, unless it stands somewhere.
  mutating func expect(_ cell: CellReference) { first = first ?? cell }

  private mutating func countMembers() {
    if let first, others.count + 1 >= Self.many { members = Set(others).union([first]) }
  }
}
