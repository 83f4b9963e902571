import Findings
import TrackingModel

/// A value that a person types in place of the one that was read.
///
/// It is read as if it stood in the file, in a cell of the official page: an amount in 万元, `219-某某局` as code and name, `-` as nothing. What
/// came before it stays visible, in the finding `form.typed-by-hand` at the field and at the cell of the file.
public struct Correction: Hashable, Sendable {
  /// A field that the official page has a cell for: `budget.total.periodBudget`, `project`, `period`, `indicators[3].actual`.
  public var field: FieldPath
  public var text: String

  public init(_ field: FieldPath, _ text: String) {
    self.field = field
    self.text = text
  }
}

extension RecognizedForm {
  /// Puts a typed value into the form, and what is to be said about it among the findings; what was said about the value before goes.
  ///
  /// - Throws: A refusal where the form has no such field, or the text is no value of its kind; the form is then as it was.
  public mutating func apply(_ correction: Correction) throws(Refusal) {
    let path = correction.field
    var corrected = form
    let before: String?
    let after: String?
    var found: [Finding]
    switch path.owner {
    case .fund(let fund):
      before = amount(fund, path.key)
      found = try corrected.type(correction, into: fund)
      after = RecognizedForm(form: corrected, sources: sources, findings: []).amount(fund, path.key)
    case .indicator(let number):
      guard let key = path.key, let field = form.definition.indicators.field(key) else { throw path.isNoField }
      before = form.indicators.indices.contains(number) ? field.text(in: form.indicators[number]) : nil
      found = try corrected.type(correction, into: field, ofIndicator: number)
      after = corrected.indicators.indices.contains(number) ? field.text(in: corrected.indicators[number]) : nil
    case .form:
      guard let key = path.key else { throw path.isNoField }
      before = form.words(of: key)
      found = try corrected.type(correction, intoFormField: key)
      after = corrected.words(of: key)
    case .additionalFund: throw path.isNoField
    }
    if let error = found.first(where: { $0.severity == .error }) {
      throw Refusal(error.within(Place(field: path.description)))
    }
    let others = rowsChanged(by: corrected, besides: path)
    form = corrected
    findings.removeAll { finding in
      guard let field = finding.place.field.map({ FieldPath($0) }) else { return false }
      return field == path || field.isPart(of: path) || path.isPart(of: field) && finding.rule == .formTypedByHand
    }
    if before == after { return }
    found.insert(
      Finding(.formTypedByHand, ["found": after ?? Self.nothing, "was": before ?? Self.nothing]), at: 0)
    let cells = sources.cells(of: path, in: form.definition)
    let place = Place(sheet: sources.sheet, cells: CellRange(around: cells), field: path.description)
    findings += found.map { $0.within(place) }
    // A level that the page shows once is that of each of its rows.
    for (other, was) in others {
      findings.removeAll { $0.place.field == other.description }
      findings.append(
        Finding(
          .formTypedByHand,
          at: Place(sheet: sources.sheet, cells: CellRange(around: sources[other]), field: other.description),
          ["found": after ?? Self.nothing, "was": was ?? Self.nothing]))
    }
  }

  /// The same field of other indicators that a correction has changed as well, with what stood there.
  private func rowsChanged(by corrected: TrackingForm, besides path: FieldPath) -> [(FieldPath, String?)] {
    guard case .indicator(let number) = path.owner, let key = path.key,
      let field = form.definition.indicators.field(key)
    else { return [] }
    return form.indicators.indices.compactMap { row in
      let before = field.text(in: form.indicators[row])
      return row == number || before == field.text(in: corrected.indicators[row])
        ? nil : (.indicator(row, key), before)
    }
  }

  /// How a field without a value is shown.
  private static let nothing = "—"

  private func amount(_ fund: Fund, _ key: FieldKey?) -> String? {
    guard let column = key.flatMap({ BudgetColumn(rawValue: $0.name) }) else { return nil }
    return form.budget[keyPath: fund.keyPath]?[keyPath: column.keyPath]?.amountText
  }
}

extension SourceMap {
  /// The cells of a field or, where several fields are printed as one value, of all of them.
  fileprivate func cells(of path: FieldPath, in definition: FormDefinition) -> [CellReference] {
    guard let group = path.key.flatMap({ definition.group($0) }), group.isOneValue else { return self[path] }
    return self[path] + group.fields.flatMap { self[FieldPath($0.key)] }
  }
}

extension FieldPath {
  var isNoField: Refusal { Refusal(.usageNoField, ["found": description]) }
}
