import Findings
import Recognition
import Spreadsheet

/// A sheet with what became of its cells.
public struct InspectedSheet: Sendable {
  /// What a sheet was taken for.
  public enum Use: String, Sendable {
    case form, ledger
    /// Looked at, and nothing found.
    case noForm = "no-form"
    /// Hidden, or another one was chosen by the profile.
    case skipped
  }

  /// What became of a cell.
  public enum Role: String, Sendable {
    case value, label
    /// Such as `项目名称：住宅…`.
    case labelAndValue = "label-and-value"
    case signature, note, instruction
    /// It belongs to no field.
    case other
  }

  public let sheet: Sheet
  /// False for a ledger that is too large to be shown whole.
  public let isWhole: Bool
  public private(set) var use: Use
  /// The positions of this sheet's forms among all forms.
  public let forms: [Int]
  /// A role for every non-empty cell; empty where the sheet was skipped.
  public private(set) var roles: [CellReference: Role] = [:]
  /// The fields that a cell is the value of, such as `forms[0].project.name`.
  public private(set) var fields: [CellReference: [String]] = [:]

  init(sheet: Sheet, isWhole: Bool, use: Use, forms: [Int]) {
    self.sheet = sheet
    self.isWhole = isWhole
    self.use = use
    self.forms = forms
  }

  /// - Parameter recognized: What became of the cells where the sheet was read whole; nil of a ledger, and where another sheet was refused first.
  mutating func assignRoles(
    _ recognizer: Recognizer, known recognized: [CellReference: CellRole]?, fields: [CellReference: [String]]
  ) {
    self.fields = fields
    if recognized == nil, let below = recognizer.firstRowBelowLedgerHeadings(of: sheet) {
      use = .ledger
      // A row that says again whose it is, is read as well; only a ledger shown whole tells.
      let known = isWhole ? recognizer.recognize(sheet).roles : [:]
      for cell in sheet.cells {
        let isLabel = cell.reference.row < below
        let role = known[cell.reference].map { Role($0) } ?? (isLabel ? .label : .other)
        roles[cell.reference] = fields[cell.reference] != nil ? .value : role
      }
      return
    }
    if !forms.isEmpty { use = .form }
    // What was too much to be read is too much to be looked at once more.
    let known = recognized ?? (isWhole ? recognizer.recognize(sheet).roles : [:])
    for cell in sheet.cells { roles[cell.reference] = Role(known[cell.reference]) }
  }

  /// The cells of one role, in row order.
  public func cells(_ role: Role) -> [Cell] { sheet.cells.filter { roles[$0.reference] == role } }
}

extension InspectedSheet.Role {
  init(_ role: CellRole?) {
    switch role {
    case .value: self = .value
    case .label: self = .label
    case .labelAndValue: self = .labelAndValue
    case .other(.signature): self = .signature
    case .other(.note): self = .note
    case .other(.instruction): self = .instruction
    case .other(.other), nil: self = .other
    }
  }
}
