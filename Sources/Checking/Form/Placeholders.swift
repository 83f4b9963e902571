import Findings
import TrackingModel

/// No field still holds what a template or an example put there.
///
/// Source: forms that were handed in with `≥**%`, `**元/人·月` and `XX` as indicator values, `指标2` and `……` as names.
enum Placeholders: FormRule {
  static let rules: [Rule] = [.placeholderLeft]

  static func objections(to checked: RuleContext) -> [Objection] {
    let form = checked.form
    return form.definition.parts.flatMap { part -> [Objection] in
      switch part {
      case .field(let field): return objections(to: [field], of: form) { FieldPath($0) }
      case .group(let group): return objections(to: group.fields, of: form) { FieldPath($0) }
      case .budget: return []
      case .indicators(let table):
        return checked.eachIndicator { index, indicator in
          objections(to: table.fields, of: indicator) { .indicator(index, $0) }
        }
      }
    }
  }

  private static func objections<Owner>(
    to fields: [Field<Owner>], of owner: Owner, path: (FieldKey) -> FieldPath
  ) -> [Objection] {
    fields.compactMap { field in
      guard field.kind.mayBeMasked, let text = field.text(in: owner), PlaceholderText.matches(text) else { return nil }
      return Objection(.placeholderLeft, at: path(field.key), ["label": field.label, "found": text])
    }
  }
}

extension Field.Kind {
  /// Whether a person writes such a value, so that a mask in it may have been left.
  fileprivate var mayBeMasked: Bool {
    switch self {
    case .name, .line, .prose, .target, .result: true
    case .title, .code, .level, .month, .judgment: false
    }
  }
}

extension Rule {
  package static let placeholderLeft = Rule(
    "placeholder.left", .warning,
    zh: .init("“{label}”中留有占位符：{found}。", advice: "请用实际内容替换占位符。"),
    en: .init("“{label}” still holds a placeholder: {found}.", advice: "Replace it by what it stands for."))
}
