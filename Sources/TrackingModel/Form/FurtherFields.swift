/// Values of fields that a form's definition has beyond those of the official form, by their keys.
public struct FurtherFields: Hashable, Sendable {
  private var texts: [FieldKey: String] = [:]

  public init() {}

  /// nil where the field has no value.
  public subscript(_ key: FieldKey) -> String? {
    get { texts[key] }
    set { texts[key] = newValue }
  }
}

/// Fund rows that a form's definition has beyond those of the official form.
public struct FurtherFunds: Hashable, Sendable {
  private var lines: [Fund: BudgetLine] = [:]

  public init() {}

  package var isEmpty: Bool { lines.isEmpty }

  /// nil where the form does not have the row.
  public subscript(_ fund: Fund) -> BudgetLine? {
    get { lines[fund] }
    set { lines[fund] = newValue }
  }
}
