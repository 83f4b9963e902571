import Findings
import Foundation
import TrackingModel

/// What of a form is compared across files and named in reports: small enough to be handed between processes and kept in a
/// journal, so that the form itself need not be.
public struct FormFacts: Hashable, Sendable {
  public var kind: FormKind
  public var department: String?
  public var unit: String?
  public var project: String?
  public var projectCode: String?
  public var period: TrackingPeriod
  /// 年度资金总额, 年初预算数, 万元.
  public var initialBudget: Decimal?
  /// 年度资金总额, 跟踪期预算数, 万元.
  public var periodBudget: Decimal?
  /// The sheet; nil for text files.
  public var sheet: String?
  /// The rectangle on the sheet, such as `A3:H27`.
  public var cells: String?
  /// The cells of the fields in `comparedFields`, in their order.
  public var places: [CellRange?]

  /// The fields that findings across files stand at.
  public static let comparedFields: [FieldPath] = [
    "supervisingDepartment.name", "implementingUnit.name", "project.name", .budget(.total),
  ]

  public init(_ form: TrackingForm, sources: SourceMap = .init()) {
    kind = FormKind(title: form.title)
    department = form.supervisingDepartment.name
    unit = form.implementingUnit.name
    project = form.project.name
    projectCode = form.project.code
    period = form.period
    initialBudget = form.budget.total?.initialBudget
    periodBudget = form.budget.total?.periodBudget
    sheet = form.source?.sheet ?? sources.sheet
    cells = form.source?.cells
    places = Self.comparedFields.map { sources.place(of: $0).cells }
  }

  /// All of it as texts, in an order that never changes; `init(fields:)` reads them back.
  public var fields: [String?] {
    [
      kind.rawValue, department, unit, project, projectCode, period.start?.description, period.end?.description,
      initialBudget?.description, periodBudget?.description, sheet, cells,
    ] + places.map { $0?.a1 }
  }

  /// nil where these are not the fields of facts.
  public init?(fields: [String?]) {
    guard fields.count == Self.fieldCount, let kind = fields[0].flatMap(FormKind.init(rawValue:)) else { return nil }
    self.kind = kind
    department = fields[1]
    unit = fields[2]
    project = fields[3]
    projectCode = fields[4]
    period = TrackingPeriod(
      start: fields[5].flatMap { YearMonth($0) }, end: fields[6].flatMap { YearMonth($0) })
    initialBudget = fields[7].flatMap { Decimal(plain: $0) }
    periodBudget = fields[8].flatMap { Decimal(plain: $0) }
    sheet = fields[9]
    cells = fields[10]
    places = fields[11...].map { $0.flatMap { CellRange($0) } }
  }

  /// How many texts `fields` has.
  public static let fieldCount = 11 + comparedFields.count

  /// `code-name`; nil where both are absent.
  var printedProject: String? { NamedEntity(code: projectCode, name: project).printed }

  /// Where a finding at a compared field stands.
  func place(of field: FieldPath) -> Place {
    let index = Self.comparedFields.firstIndex(of: field)
    return Place(sheet: sheet, cells: index.flatMap { places[$0] }, field: field.description)
  }
}
