import Findings
import Spreadsheet
import TrackingModel

/// A value merged down over several indicators holds for each of them.
///
/// A worksheet says after its last row what is merged, when the forms of a foreign ledger are all still open.
extension LedgerReader {
  /// Gives the values of merged cells to all indicators beside them; the merges are those of the sheet that has just been read.
  mutating func share(_ merges: [CellRange], of sheet: String?) {
    guard !header.isOwn, header.hasIndicators else { return }
    let tall = merges.filter { $0.first.row < $0.last.row && isShared($0.first.column) }
    guard !tall.isEmpty else { return }
    var rows: [Int: (form: OpenForm, index: Int)] = [:]
    for form in groups.all where form.sheet == sheet {
      for (index, row) in form.indicatorRows.enumerated() {
        if let row { rows[row] = (form, index) }
      }
    }
    for range in tall {
      guard let (form, first) = rows[range.first.row], let position = columns.ofSheet[range.first.column] else {
        continue
      }
      var shared = 0
      for row in range.rows.dropFirst() {
        guard let (other, index) = rows[row], other === form else { continue }
        if assign(header.columns[position].role, of: first, to: index, in: form) { shared += 1 }
      }
      guard shared > 0 else { continue }
      let words = text(header.columns[position].role, of: form.form.indicators[first])
      form.findings.append(
        Finding(.mergedValueShared, at: Place(sheet: sheet, cells: range), ["found": words]))
    }
  }

  private func isShared(_ column: Int) -> Bool {
    guard let position = columns.ofSheet[column] else { return false }
    switch header.columns[position].role {
    case .column(.target), .column(.planned), .column(.actual), .column(.deviationReason), .indicatorExtra: return true
    default: return false
    }
  }

  /// Whether the second indicator has taken over what the first one says, having nothing of its own there.
  private func assign(_ role: LedgerRole, of first: Int, to index: Int, in form: OpenForm) -> Bool {
    let source = form.form.indicators[first]
    func copy<Value>(_ field: WritableKeyPath<Indicator, Value?>) -> Bool {
      guard form.form.indicators[index][keyPath: field] == nil, let value = source[keyPath: field] else { return false }
      form.form.indicators[index][keyPath: field] = value
      return true
    }
    switch role {
    case .column(.target): return copy(\.target)
    case .column(.planned): return copy(\.planned)
    case .column(.actual): return copy(\.actual)
    case .column(.deviationReason): return copy(\.deviationReason)
    case .indicatorExtra(let label):
      guard let extra = source.extras.first(where: { $0.label == label }),
        !form.form.indicators[index].extras.contains(where: { $0.label == label })
      else { return false }
      form.form.indicators[index].extras.append(extra)
      return true
    default: return false
    }
  }

  private func text(_ role: LedgerRole, of indicator: Indicator) -> String {
    switch role {
    case .column(.target): indicator.target?.text ?? ""
    case .column(.planned): indicator.planned?.text ?? ""
    case .column(.actual): indicator.actual?.text ?? ""
    case .indicatorExtra(let label): indicator.extras.first { $0.label == label }?.text ?? ""
    default: indicator.deviationReason ?? ""
    }
  }
}
