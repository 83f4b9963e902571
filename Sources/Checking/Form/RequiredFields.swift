import Findings
import TrackingModel

/// The fields that the form's definition requires are filled in: names, period, budget, goals, indicators and assessment.
///
/// Source: the form's rule: its blocks and labeled fields. 纠偏措施 may be blank (the first seed), a fund row other than the
/// total may be absent, and a relative is asked only for what its kind has and for the columns it prints.
enum RequiredFields: FormRule {
  static let rules: [Rule] = [.requiredField, .requiredBlock]

  static func objections(to checked: RuleContext) -> [Objection] {
    checked.form.definition.parts.flatMap { part -> [Objection] in
      switch part {
      case .field(let field): return [field].filter(checked.lacks).map(missing)
      case .group(let group): return objections(to: group, of: checked)
      case .budget(let budget): return objections(to: budget, of: checked)
      case .indicators(let table):
        return checked.form.indicators.isEmpty ? [block(table.label, .indicators)] : []
      }
    }
  }

  private static func missing(_ field: FormField) -> Objection {
    Objection(.requiredField, at: FieldPath(field.key), ["label": field.label])
  }

  private static func block(_ label: String, _ field: FieldPath) -> Objection {
    Objection(.requiredBlock, at: field, ["label": label])
  }

  /// One objection where nothing of several is there, else one for each that is missing.
  private static func objections(to group: FieldGroup, of checked: RuleContext) -> [Objection] {
    guard checked.has(group.key) else { return [] }
    let missing = group.fields.filter(checked.lacks)
    let isEmpty = group.fields.allSatisfy { $0.isEmpty(in: checked.form) }
    if isEmpty, !group.isOneValue, !missing.isEmpty { return [block(group.label, FieldPath(group.key))] }
    if isEmpty, missing.count > 1 {
      return [Objection(.requiredField, at: FieldPath(group.key), ["label": group.label])]
    }
    return missing.map(Self.missing)
  }

  /// The amounts of the total. A fund row may be left out, and its blank cells count as nothing.
  private static func objections(to definition: BudgetDefinition, of checked: RuleContext) -> [Objection] {
    let asked = definition.required.filter { checked.has(.column($0)) }
    guard let fund = definition.funds.first, !asked.isEmpty else { return [] }
    let budget = checked.form.budget
    if budget == Budget() { return [block(definition.label, .budget)] }
    guard let total = budget[keyPath: fund.keyPath] else {
      return [Objection(.requiredField, at: .budget(fund), ["label": fund.officialLabel])]
    }
    return asked.filter { total[keyPath: $0.keyPath] == nil && checked.hasColumn($0) }.map { column in
      Objection(
        .requiredField, at: .budget(fund, column), ["label": "\(fund.officialLabel)：\(column.officialLabel)"])
    }
  }
}

extension RuleContext {
  /// Whether a field that is required is missing.
  fileprivate func lacks(_ field: FormField) -> Bool {
    field.isRequired && has(field.key) && field.isEmpty(in: form)
  }
}

extension Rule {
  package static let requiredField = Rule(
    "required.field", .error,
    zh: .init("“{label}”未填写。", advice: "请补填。"),
    en: .init("“{label}” is not filled in.", advice: "Fill it in."))

  package static let requiredBlock = Rule(
    "required.block", .error,
    zh: .init("表中没有“{label}”的内容。", advice: "请按官方表的格式补齐这一部分。"),
    en: .init("The form has nothing under “{label}”.", advice: "Complete it as in the official form."))
}
