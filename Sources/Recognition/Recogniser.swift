import Findings
import Spreadsheet
import TrackingModel

/// Turns sheets into forms, by their labels and never by their addresses.
public struct Recogniser: Sendable {
  public let settings: RecognitionSettings

  public init(settings: RecognitionSettings = .init()) { self.settings = settings }

  /// All forms of a workbook, handed over one by one as they are complete.
  ///
  /// A sheet that is a form is read whole; a ledger is streamed.
  ///
  /// - Returns: Findings that belong to no single form: a skipped sheet, cells outside of all forms.
  /// - Throws: A refusal where the workbook holds no form, saying what it is instead; what `receive` throws.
  public func recognise(
    _ workbook: any Workbook, receive: (RecognisedForm) throws -> Void
  ) throws -> [Finding] {
    []
  }

  /// The forms of one whole sheet, and what became of every non-empty cell.
  public func recognise(_ sheet: Sheet) -> RecognisedSheet {
    RecognisedSheet(forms: [], findings: [], roles: [:])
  }
}

/// What recognition made of a sheet.
public struct RecognisedSheet: Sendable {
  public var forms: [RecognisedForm]
  /// Findings that belong to no single form.
  public var findings: [Finding]
  /// What became of every non-empty cell: the account has an entry for each.
  public var roles: [CellReference: CellRole]
}

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

  public enum OtherKind: String, Sendable {
    case signature, note, instruction, other
  }
}
