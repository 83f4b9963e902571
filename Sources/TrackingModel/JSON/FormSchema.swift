extension CanonicalJSON {
  /// The JSON Schema of a canonical document; every key of it is always present.
  public static let documentSchema = JSONSchema.object([
    ("schema", .choice([schema])),
    ("forms", .array(of: formSchema)),
  ])

  /// The JSON Schema of one form, which is also one line of JSON Lines.
  public static let formSchema = JSONSchema.object(
    [
      ("title", text()),
      ("kind", .choice(FormKind.allCases.map(\.rawValue))),
      ("period", .object([("start", month), ("end", month)], description: OfficialLabel.period)),
      ("project", entity(OfficialLabel.project)),
      ("supervisingDepartment", entity(OfficialLabel.supervisingDepartment)),
      ("implementingUnit", entity(OfficialLabel.implementingUnit)),
      ("budget", budget),
      (
        "goals",
        .object([("expected", text(OfficialLabel.goalsExpected)), ("actual", text(OfficialLabel.goalsActual))])
      ),
      ("indicators", .array(of: indicator, description: OfficialLabel.indicators)),
      (
        "assessment",
        .object([
          ("budgetCompletion", judgement(OfficialLabel.budgetCompletion)),
          ("goalCompletion", judgement(OfficialLabel.goalCompletion)),
        ])
      ),
      ("correctiveMeasures", text(OfficialLabel.correctiveMeasures)),
      ("source", source),
      ("extras", extras),
    ], description: OfficialLabel.title)

  private static func text(_ description: String? = nil) -> JSONSchema {
    .nullable(.string(description: description))
  }

  private static let month = JSONSchema.nullable(.string(pattern: "[0-9]{4}-(0[1-9]|1[0-2])"))

  private static func entity(_ label: String) -> JSONSchema {
    .object([("code", text()), ("name", text())], description: label)
  }

  private static let numbers: [(name: String, value: JSONSchema)] = BudgetColumn.allCases.map { column in
    let unit = column == .executionRate ? "%" : "万元"
    return (
      column.rawValue,
      .nullable(.string(pattern: "-?[0-9]+\\.[0-9]{2,}", description: "\(column.officialLabel) (\(unit))"))
    )
  }

  private static let extras = JSONSchema.array(
    of: .object([
      ("label", .string()), ("text", .string()), ("cell", .nullable(.string(pattern: "[A-Z]{1,3}[1-9][0-9]*"))),
    ]))

  private static let budget: JSONSchema = {
    let line = numbers + [("extras", extras)]
    let funds = Fund.allCases.map { fund in
      (name: fund.rawValue, value: JSONSchema.nullable(.object(line, description: fund.officialLabel)))
    }
    let additional = JSONSchema.array(
      of: .object([("label", .string()), ("partOf", .nullable(.string()))] + line))
    return .object(funds + [("additional", additional)], description: OfficialLabel.budget)
  }()

  private static func value(_ label: String) -> JSONSchema {
    .nullable(
      .object(
        [
          ("text", .string()),
          ("comparison", .nullable(.choice(Comparison.allCases.map(\.rawValue)))),
          ("amount", .nullable(.string(pattern: "-?[0-9]+(\\.[0-9]+)?"))),
          ("unit", text()),
        ], description: label))
  }

  private static let indicator = JSONSchema.object([
    ("level1", text(OfficialLabel.level1)),
    ("level2", text(OfficialLabel.level2)),
    ("name", text(OfficialLabel.level3)),
    ("target", value(OfficialLabel.target)),
    ("planned", value(OfficialLabel.planned)),
    ("actual", value(OfficialLabel.actual)),
    ("deviationReason", text(OfficialLabel.deviationReason)),
    ("extras", extras),
  ])

  private static func judgement(_ label: String) -> JSONSchema {
    .nullable(
      .object(
        [("text", .string()), ("likelihood", .nullable(.choice(Likelihood.allCases.map(\.rawValue))))],
        description: label))
  }

  private static let source = JSONSchema.object([
    ("file", text()), ("sha256", .nullable(.string(pattern: "[0-9a-f]{64}"))), ("sheet", text()), ("cells", text()),
  ])
}
