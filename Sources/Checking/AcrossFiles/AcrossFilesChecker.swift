import Findings
import TrackingModel

/// Compares the forms of a whole run, fed one after another in input order.
///
/// It remembers hashes, places and totals of the forms before, never the forms: some 200 bytes a form. A finding stands at the
/// later form and names the earlier one.
///
/// Source: systems that collect the forms know projects by code and name, character for character; and one project name under
/// two implementing units is two forms.
public struct AcrossFilesChecker: Sendable {
  public let settings: CheckingSettings
  private var places = TextStore()
  private var duplicates = DuplicateForms()
  private var budgets = ConflictingBudgets()
  private var names = NameVariants()

  public init(settings: CheckingSettings = .init()) { self.settings = settings }

  /// What this form contradicts or repeats of the forms before it.
  ///
  /// - Parameter file: The input as the user named it.
  public mutating func check(_ form: TrackingForm, sources: SourceMap = .init(), file: String) -> [Finding] {
    let seen = SeenForm(form)
    let place = places.append(
      [file, form.source?.sheet ?? sources.sheet, form.source?.cells].compactMap(\.self).joined(separator: " › "))
    let objections =
      duplicates.objections(to: seen, at: place, in: places)
      + budgets.objections(to: seen, at: place, in: places)
      + names.objections(to: seen, at: place, in: &places)
    return objections.compactMap { objection in
      let outer = Place(file: file, sheet: form.source?.sheet)
      return settings.adjusted(
        Finding(objection.rule, at: sources.place(of: objection.field).within(outer), objection.values))
    }
  }
}

/// A form with the names that comparisons across files use.
struct SeenForm {
  let form: TrackingForm
  let kind: FormKind
  let department: String
  let unit: String
  let project: String
  /// `2023-01/2023-08`; nil where the end is unknown.
  let period: String?

  init(_ form: TrackingForm) {
    self.form = form
    kind = form.kind
    department = form.supervisingDepartment.name.map(ComparedText.name) ?? ""
    unit = form.implementingUnit.name.map(ComparedText.name) ?? ""
    project = form.project.name.map(ComparedText.name) ?? ""
    period = form.period.end.map { "\(form.period.start?.description ?? "")/\($0)" }
  }

  /// What two forms have in common that are the same form; nil where project or period are unknown.
  var identity: Int? {
    guard let period, !project.isEmpty else { return nil }
    return Self.key([kind.rawValue, department, unit, form.project.code ?? "", project, period])
  }

  static func key(_ parts: [String]) -> Int {
    var hasher = Hasher()
    for part in parts { hasher.combine(part) }
    return hasher.finalize()
  }
}

/// Many short texts in one piece of memory.
struct TextStore: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Returns the number to ask for it again.
  mutating func append(_ text: String) -> Int32 {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
    return Int32(ends.count - 1)
  }

  subscript(number: Int32) -> String {
    let index = Int(number)
    return String(decoding: bytes[(index > 0 ? ends[index - 1] : 0)..<ends[index]], as: UTF8.self)
  }
}
