import Findings

/// Where a value stands in the canonical form, as the JSON names it: `project.name`, `budget.total.periodBudget`,
/// `indicators[3].actual`.
///
/// Most fields of a form are those of its indicators, so these are kept as a number and a key and never as a text of their own.
public struct FieldPath: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// The number of the indicator from 0; nil for a field of the form.
  public let indicator: Int?
  /// The path within the indicator or the form: `actual`, `project.name`; empty for the indicator itself.
  public let key: String

  public init(_ description: String) {
    if description.hasPrefix("indicators["), let close = description.utf8.firstIndex(of: UInt8(ascii: "]")),
      let number = Int(description[..<close].dropFirst("indicators[".count))
    {
      indicator = number
      key = String(description[close...].dropFirst(2))
    } else {
      indicator = nil
      key = description
    }
  }

  private init(indicator: Int, key: String) {
    self.indicator = indicator
    self.key = key
  }

  public init(stringLiteral value: String) { self.init(value) }

  public var description: String {
    guard let indicator else { return key }
    return key.isEmpty ? "indicators[\(indicator)]" : "indicators[\(indicator)].\(key)"
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(indicator ?? -1)
    ExactText(key).hash(into: &hasher)
  }

  public static let title: FieldPath = "title"
  public static let periodStart: FieldPath = "period.start"
  public static let periodEnd: FieldPath = "period.end"
  public static let goalsExpected: FieldPath = "goals.expected"
  public static let goalsActual: FieldPath = "goals.actual"
  public static let budgetCompletion: FieldPath = "assessment.budgetCompletion"
  public static let goalCompletion: FieldPath = "assessment.goalCompletion"
  public static let correctiveMeasures: FieldPath = "correctiveMeasures"

  /// `budget.total`.
  public static func budget(_ fund: Fund) -> FieldPath { "budget.\(fund.rawValue)" }

  /// `budget.total.periodBudget`.
  public static func budget(_ fund: Fund, _ column: BudgetColumn) -> FieldPath {
    "budget.\(fund.rawValue).\(column.rawValue)"
  }

  /// `indicators[3]`.
  public static func indicator(_ index: Int) -> FieldPath { FieldPath(indicator: index, key: "") }

  /// `indicators[3].actual`.
  public static func indicator(_ index: Int, _ field: String) -> FieldPath {
    FieldPath(indicator: index, key: field)
  }
}

extension FieldPath {
  /// The field that this one is part of: `budget.total` for `budget.total.periodBudget`; nil for one that is part of none.
  var enclosing: FieldPath? {
    if let dot = key.lastIndex(where: { $0 == "." || $0 == "[" }) {
      let outer = String(key[..<dot])
      return indicator.map { FieldPath(indicator: $0, key: outer) } ?? FieldPath(outer)
    }
    guard let indicator else { return nil }
    return key.isEmpty ? "indicators" : .indicator(indicator)
  }
}

/// For each field of a form, the cells of the input that it was read from; for a missing field, where it ought to stand.
public struct SourceMap: Hashable, Sendable {
  /// The sheet that all cells are on; nil for text files.
  public var sheet: String?
  /// Where the fields of a form in a ledger stand, by row and column; nil for a form on a sheet of its own.
  public var rows: RowSources?
  private var own: [FieldPath: [CellReference]] = [:]

  /// All fields with their cells.
  public var cells: [FieldPath: [CellReference]] { rows.map { $0.cells.merging(own) { $1 } } ?? own }

  public init(sheet: String? = nil) { self.sheet = sheet }

  /// Makes room for so many fields.
  public mutating func reserveCapacity(_ count: Int) { own.reserveCapacity(count) }

  public subscript(_ field: FieldPath) -> [CellReference] {
    get { own[field] ?? rows?.cells(of: field) ?? [] }
    set { own[field] = newValue.isEmpty ? nil : newValue }
  }

  /// Adds cells that a field was read from; a cell that is there already, with all that come with it, is not added again.
  public mutating func add(_ cell: CellReference, and others: [CellReference] = [], to field: FieldPath) {
    guard own[field] == nil, let cells = rows?.cells(of: field) else {
      return Self.add(cell, others, to: &own[field, default: []])
    }
    var all = cells
    Self.add(cell, others, to: &all)
    own[field] = all
  }

  private static func add(_ cell: CellReference, _ others: [CellReference], to cells: inout [CellReference]) {
    guard !cells.contains(cell) else { return }
    cells.append(cell)
    cells += others
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
