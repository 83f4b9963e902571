import Findings
import TrackingModel

/// A form while it is being read: its values, the cells that they came from, what was found on the way, and what holds for all of it.
///
/// A function that needs one of these parts takes that part alone; the functions here change several together.
struct FormBuilder {
  var form = TrackingForm()
  var cells: CellAssignments
  var diagnostics: Diagnostics
  var context: FormContext

  init(lines: [Line], context: FormContext) {
    cells = CellAssignments(lines, sheet: context.sheet)
    diagnostics = Diagnostics(sheet: context.sheet)
    self.context = context
  }

  mutating func assignPeriod(_ reading: Reading<TrackingPeriod>, from sources: [GridCell]) {
    guard let first = sources.first else { return }
    for cell in sources {
      cells.assignValue(cell, .periodStart)
      cells.assignValue(cell, .periodEnd)
    }
    form.period = diagnostics.value(of: reading, at: first, .period)
    if form.period.end == nil, reading.findings.contains(where: { $0.severity == .error }) {
      context.hasUnreadablePeriod = true
    }
  }

  /// Adds what the form has and the model does not.
  mutating func addExtra(_ cell: GridCell, label: String, text: String) {
    cells.assignValue(cell, .extra(form.extras.count))
    form.extras.append(Extra(label: label, text: text, cell: cell.reference.a1))
  }

  /// A further fund has turned out to be one of the form's.
  mutating func moveFund(from index: Int, to fund: Fund) {
    changePaths { path in
      switch path.owner {
      case .additionalFund(index): FieldPath(.fund(fund), path.part)
      case .additionalFund(let number) where number > index: FieldPath(.additionalFund(number - 1), path.part)
      default: path
      }
    }
  }

  /// An extra of an owner has turned out to be a field of it.
  mutating func moveExtra(_ extra: FieldPath, to key: FieldKey) {
    guard case .extra(let index) = extra.part else { return }
    changePaths { path in
      guard path.owner == extra.owner, case .extra(let number) = path.part else { return path }
      return number == index ? path.field(key) : number > index ? path.extra(number - 1) : path
    }
  }

  private mutating func changePaths(_ changed: (FieldPath) -> FieldPath) {
    cells.changePaths(changed)
    diagnostics.changePaths(changed)
  }

  /// Notes that nothing on the form says in which unit its amounts are.
  mutating func addUnitAssumedFinding() {
    let amounts = cells.sources.cells.filter { $0.key.isPart(of: .budget) }.values.joined()
    diagnostics.add(.unitAssumed, at: CellRange(around: amounts), field: .budget)
  }
}
