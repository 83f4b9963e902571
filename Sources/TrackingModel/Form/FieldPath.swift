import Findings

/// Where a value stands in the canonical form, as the JSON names it: `project.name`, `budget.total.periodBudget`,
/// `indicators[3].actual`.
public struct FieldPath: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
  public init(stringLiteral value: String) { description = value }

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
  public static func indicator(_ index: Int) -> FieldPath { "indicators[\(index)]" }

  /// `indicators[3].actual`.
  public static func indicator(_ index: Int, _ field: String) -> FieldPath { "indicators[\(index)].\(field)" }
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

  public subscript(_ field: FieldPath) -> [CellReference] {
    get { own[field] ?? rows?.cells(of: field.description[...]) ?? [] }
    set { own[field] = newValue.isEmpty ? nil : newValue }
  }

  /// The place of a field, or of the nearest enclosing field that has one (`indicators[3]` for `indicators[3].actual`).
  public func place(of field: FieldPath) -> Place {
    var path = field.description[...]
    while true {
      if let range = CellRange(around: self[FieldPath(String(path))]) {
        return Place(sheet: sheet, cells: range, field: field.description)
      }
      guard let dot = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
      path = path[..<dot]
    }
    return Place(sheet: sheet, field: field.description)
  }
}
