import Findings
import TrackingModel

/// Which cells of a form's page are marked, and with what.
struct ReviewMarks {
  struct Mark {
    var severity: Severity
    var comment: String

    /// Background, `0xRRGGBB`: light enough to read black print on it, also on paper without color.
    var color: Int { severity == .error ? 0xFFC7CE : 0xFFEB9C }
  }

  private(set) var byField: [PageField: Mark] = [:]

  init(_ findings: [Finding], of form: TrackingForm, language: Language) {
    let words = ReviewWords(language)
    let layout = PageLayout.of(form.definition)
    for finding in findings where finding.severity > .note {
      // What concerns no field is said at the title.
      let fields = layout.fields(of: finding.place.field.map { FieldPath($0) } ?? .title, in: form)
      let comment = words.comment(on: finding, in: form)
      for (index, field) in fields.enumerated() {
        // A finding about a whole row colors it and speaks once.
        add(index == 0 ? comment : "", finding.severity, to: field)
      }
    }
  }

  private mutating func add(_ comment: String, _ severity: Severity, to field: PageField) {
    guard var mark = byField[field] else {
      byField[field] = Mark(severity: severity, comment: comment)
      return
    }
    mark.severity = max(mark.severity, severity)
    let both = [mark.comment, comment].filter { !$0.isEmpty }.joined(separator: "\n\n")
    mark.comment = XLSXText.shortened(both, to: XLSXText.maximumLength)
    byField[field] = mark
  }
}
