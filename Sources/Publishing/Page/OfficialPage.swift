import Findings
import TrackingModel

/// Draws the official form as an XLSX workbook, one sheet a form, fit for submission.
///
/// A text that no single row can show (a row ends at 409.5 points) takes several rows below each other, which are its pieces in order:
/// put one behind the other without anything between, they are the text. Cells beside them are merged over all of these rows.
public enum OfficialPage {
  /// Rows of one form at most: ten thousand pages. A text of megabytes takes as many, and more memory than a file may.
  package static let mostRows = 20_000

  /// The bytes of a workbook: the same forms give the same bytes.
  ///
  /// - Returns: The workbook, and one warning for each thing that the page cannot hold (extras, additional funds).
  /// - Throws: A refusal where the workbook cannot be written.
  public static func workbook(
    of forms: [TrackingForm], settings: PageSettings = .init()
  ) throws(Refusal) -> (bytes: [UInt8], findings: [Finding]) {
    var writer = try PageWriter(settings, properties: properties(of: forms))
    var findings: [Finding] = []
    for form in forms {
      try writer.add(form)
      findings += PageWarnings.findings(form)
    }
    return (try writer.file.close(), findings)
  }

  static func properties(of forms: [TrackingForm]) -> XLSXFile.Properties {
    let first = forms.first
    return XLSXFile.Properties(
      title: (first?.definition ?? .tracking).pageTitle, subject: first?.project.printed,
      company: first?.implementingUnit.printed,
      keywords: first.flatMap { $0.period.end?.description })
  }
}
