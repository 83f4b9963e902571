import Findings
import TrackingModel

/// What a person calls the field at a path: `indicators[3].actual` is 第 4 个指标的跟踪期实际完成值.
package enum FieldName {
  /// The field's name by the labels of the form; the path itself where it is none of the form's.
  package static func text(
    of path: String, in language: Language, _ definition: FormDefinition = .tracking
  ) -> String {
    let field = FieldPath(path)
    switch field.owner {
    case .form: return field.key.flatMap { name(of: $0, definition) } ?? path
    case .fund(let fund):
      let known = definition.budget.funds.first { $0 == fund } ?? fund
      return joined(known.officialLabel, column(field.part))
    case .additionalFund(let index):
      let row = language == .chinese ? "第 \(index + 1) 项其他资金来源" : "additional fund \(index + 1)"
      return joined(row, column(field.part))
    case .indicator(let index):
      let indicator = language == .chinese ? "第 \(index + 1) 个指标" : "indicator \(index + 1)"
      let label = field.key.flatMap { definition.indicators.field($0)?.label }
      return joined(indicator, label ?? text(of: field.part))
    }
  }

  private static func name(of key: FieldKey, _ definition: FormDefinition) -> String? {
    if key == .budget { return definition.budget.label }
    if key == .indicators { return definition.indicators.label }
    if let column = column(of: key) { return column.officialLabel }
    // People see the parts of one value as that value.
    if let group = definition.group(key), group.isOneValue || key.group == nil { return group.label }
    return definition.field(key)?.label
  }

  /// The column that a path names for all funds: `budget.periodBudget`.
  private static func column(of key: FieldKey) -> BudgetColumn? {
    key.group == FieldKey.budget.name ? BudgetColumn(rawValue: key.name) : nil
  }

  private static func column(_ part: FieldPath.Part) -> String? {
    if case .field(let key) = part, let column = BudgetColumn(rawValue: key.name) { return column.officialLabel }
    return text(of: part)
  }

  private static func text(of part: FieldPath.Part) -> String? {
    switch part {
    case .whole: nil
    case .field(let key): key.description
    case .extra(let number): "extras[\(number)]"
    }
  }

  private static func joined(_ owner: String, _ part: String?) -> String { part.map { owner + " · " + $0 } ?? owner }
}

extension Place {
  /// `表1!C12`, `表1`, or what `spotOnSheet` says.
  func spot(in language: Language) -> String {
    [sheet, spotOnSheet(in: language)].compactMap(\.self).joined(separator: "!")
  }

  /// `C12`, else the part of a package, line and character, or the offset; nil where nothing is known.
  func spotOnSheet(in language: Language) -> String? {
    if let cells { return cells.a1 }
    guard let position else { return nil }
    var parts: [String] = []
    if let part = position.part { parts.append(part) }
    switch (language, position.line, position.column, position.byteOffset) {
    case (.chinese, let line?, let column?, _): parts.append("第 \(line) 行第 \(column) 个字符")
    case (.english, let line?, let column?, _): parts.append("line \(line), character \(column)")
    case (.chinese, let line?, nil, _): parts.append("第 \(line) 行")
    case (.english, let line?, nil, _): parts.append("line \(line)")
    case (.chinese, nil, _, let offset?): parts.append("第 \(offset) 字节之后")
    case (.english, nil, _, let offset?): parts.append("after byte \(offset)")
    case (_, nil, _, nil): break
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
