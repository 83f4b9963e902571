import Findings
import TrackingModel

/// Draws the official form as an XLSX workbook, one sheet a form, fit for submission.
public enum OfficialPage {
  /// The bytes of a workbook: the same forms give the same bytes.
  ///
  /// - Returns: The workbook, and one warning for each thing that the page cannot hold (extras, additional funds).
  /// - Throws: A refusal where the workbook cannot be written.
  public static func workbook(
    of forms: [TrackingForm], settings: PageSettings = .init()
  ) throws(Refusal) -> (bytes: [UInt8], findings: [Finding]) {
    throw Refusal(.fileUnreadable, ["reason": ""])
  }
}
