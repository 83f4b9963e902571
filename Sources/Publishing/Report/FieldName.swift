import Findings
import TrackingModel

/// What a person calls the field at a path: `indicators[3].actual` is 第 4 个指标的跟踪期实际完成值.
public enum FieldName {
  /// The field's name by the official labels; the path itself where it is none of the form's.
  public static func text(of path: String, in language: Language) -> String {
    if let label = labels[path] { return label }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if let (list, index) = element(parts[0]), list == "indicators" {
      let indicator = language == .chinese ? "第 \(index + 1) 个指标" : "indicator \(index + 1)"
      guard parts.count > 1 else { return indicator }
      return indicator + " · " + (indicatorLabels[parts[1]] ?? parts[1])
    }
    guard parts[0] == "budget", parts.count > 1 else { return path }
    let row: String
    if let (list, index) = element(parts[1]), list == "additional" {
      row = language == .chinese ? "第 \(index + 1) 项其他资金来源" : "additional fund \(index + 1)"
    } else {
      row = Fund(rawValue: parts[1])?.officialLabel ?? parts[1]
    }
    guard parts.count > 2 else { return row }
    return row + " · " + (BudgetColumn(rawValue: parts[2])?.officialLabel ?? parts[2])
  }

  /// `additional[2]` as its name and number.
  private static func element(_ part: String) -> (list: String, index: Int)? {
    guard let open = part.firstIndex(of: "["), part.last == "]", let index = Int(part[open...].dropFirst().dropLast())
    else { return nil }
    return (String(part[..<open]), index)
  }

  private static let labels: [String: String] = [
    "title": "标题", "period": OfficialLabel.period, "period.start": OfficialLabel.period,
    "period.end": OfficialLabel.period, "project": OfficialLabel.project, "project.name": OfficialLabel.project,
    "project.code": OfficialLabel.project, "supervisingDepartment": OfficialLabel.supervisingDepartment,
    "supervisingDepartment.name": OfficialLabel.supervisingDepartment,
    "supervisingDepartment.code": OfficialLabel.supervisingDepartment,
    "implementingUnit": OfficialLabel.implementingUnit, "implementingUnit.name": OfficialLabel.implementingUnit,
    "implementingUnit.code": OfficialLabel.implementingUnit, "budget": OfficialLabel.budget,
    "goals": OfficialLabel.goals, "goals.expected": OfficialLabel.goalsExpected,
    "goals.actual": OfficialLabel.goalsActual, "indicators": OfficialLabel.indicators,
    "assessment": OfficialLabel.assessment, "assessment.budgetCompletion": OfficialLabel.budgetCompletion,
    "assessment.goalCompletion": OfficialLabel.goalCompletion, "correctiveMeasures": OfficialLabel.correctiveMeasures,
  ]

  private static let indicatorLabels: [String: String] = [
    "level1": OfficialLabel.level1, "level2": OfficialLabel.level2, "name": OfficialLabel.level3,
    "target": OfficialLabel.target, "planned": OfficialLabel.planned, "actual": OfficialLabel.actual,
    "deviationReason": OfficialLabel.deviationReason,
  ]
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
