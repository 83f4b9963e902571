/// Fields that JSON groups in one object, and people see as one value or one block.
public final class FieldGroup: Sendable {
  /// How people see the group.
  public enum Style: Sendable {
    /// Two months, printed as one value.
    case period(KeyPath<TrackingForm, TrackingPeriod> & Sendable)
    /// A code and a name, printed as one value.
    case entity(KeyPath<TrackingForm, NamedEntity> & Sendable)
    /// A block of the form with a heading; each field has a cell of its own.
    case block
  }

  /// A key without a group.
  public let key: FieldKey
  public let style: Style
  public let label: String
  /// What the template says where the whole of it is to be filled in; nil for a block.
  public let hint: String?
  /// The English name of the whole of it in patterns of file names; nil where it cannot stand in one.
  public let placeholder: String?
  public let fields: [FormField]

  public init(
    _ key: FieldKey, _ style: Style, label: String, hint: String? = nil, placeholder: String? = nil, fields: [FormField]
  ) {
    self.key = key
    self.style = style
    self.label = label
    self.hint = hint
    self.placeholder = placeholder
    self.fields = fields
  }

  /// Whether it is one value in one cell.
  public var isOneValue: Bool { if case .block = style { false } else { true } }
}
