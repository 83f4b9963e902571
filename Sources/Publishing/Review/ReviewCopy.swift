import Findings
import TrackingModel

/// The official page for sending back to a unit: what is wrong or missing is filled in color, and a comment in the cell says
/// which rule, where in the unit's file, what was found, what was expected, and what to do.
///
/// Errors are red, warnings yellow; notes ask nobody to act and leave no mark. A form without errors and warnings gives the clean page.
public enum ReviewCopy {
  /// What its file name has behind the name of the clean copy.
  public static func nameMark(in language: Language) -> String { language.pick("（核对）", " (review)") }

  /// - Parameters:
  ///   - forms: Each with what was found in it; a finding's field says which cell it is about.
  ///   - language: Of the comments.
  /// - Returns: The workbook, one sheet a form, and the warnings of the official page.
  /// - Throws: A refusal where the workbook cannot be written.
  public static func workbook(
    of forms: [(form: TrackingForm, findings: [Finding])], settings: PageSettings = .init(),
    language: Language = .chinese
  ) throws(Refusal) -> (bytes: [UInt8], findings: [Finding]) {
    var properties = OfficialPage.properties(of: forms.map(\.form))
    properties.title = (properties.title ?? "") + ReviewWords(language).copyMark
    var writer = try PageWriter(settings, properties: properties)
    var findings: [Finding] = []
    for (form, found) in forms {
      let marks = ReviewMarks(found, of: form, language: language)
      var open = marks.byField
      try writer.add(form) { cell, layout in
        var dress = PageWriter.clean(cell, on: layout)
        guard let field = cell.field, let mark = marks.byField[field] else { return dress }
        dress.change = { $0.fill = mark.color }
        // A text in several rows is marked in all of them and commented once.
        dress.comment = open.removeValue(forKey: field).flatMap { $0.comment.isEmpty ? nil : $0.comment }
        return dress
      }
      findings += PageWarnings.findings(form)
    }
    return (try writer.file.close(), findings)
  }
}
