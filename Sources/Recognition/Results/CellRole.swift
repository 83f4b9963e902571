import TrackingModel

/// What became of a non-empty cell.
public enum CellRole: Hashable, Sendable {
  /// It is the value of these fields of the form with this number on the sheet.
  case value(form: Int, fields: [FieldPath])
  /// It is a label of the form with this number.
  case label(form: Int)
  /// It is both, such as `项目名称：住宅…`.
  case labelAndValue(form: Int, fields: [FieldPath])
  /// It belongs to no field and is named in a finding.
  case other(OtherKind)

  /// What a cell of no field is.
  public enum OtherKind: String, Sendable {
    case signature, note, instruction, other
  }
}
