extension CanonicalJSON {
  /// The JSON Schema of a canonical document; every key of it is always present.
  public static let documentSchema = documentSchema(of: .tracking)

  /// The JSON Schema of one form, which is also one line of JSON Lines.
  public static let formSchema = formSchema(of: .tracking)

  /// The JSON Schema of a document of forms with this definition.
  public static func documentSchema(of definition: FormDefinition, in family: FormFamily = .standard) -> JSONSchema {
    .object([
      ("schema", .choice([schema])),
      ("forms", .array(of: formSchema(of: definition, in: family))),
    ])
  }

  /// The JSON Schema of a form with this definition.
  ///
  /// - Parameter family: The kinds it may be of.
  public static func formSchema(of definition: FormDefinition, in family: FormFamily = .standard) -> JSONSchema {
    .object(
      [("title", text()), ("kind", .choice(family.kinds))] + definition.parts.map { ($0.key.name, schema(of: $0)) }
        + [("source", source), ("extras", extras)], description: definition.title)
  }

  private static func schema(of part: FormDefinition.Part) -> JSONSchema {
    switch part {
    case .field(let field): schema(of: field, description: field.label)
    // What is one value to people is described as a whole, a block by its fields.
    case .group(let group):
      .object(
        group.fields.map { ($0.key.name, schema(of: $0, description: group.isOneValue ? nil : $0.label)) },
        description: group.isOneValue ? group.label : nil)
    case .budget(let budget): schema(of: budget)
    case .indicators(let table):
      .array(
        of: .object(
          table.fields.map { ($0.key.name, schema(of: $0, description: $0.label)) } + [("extras", extras)]),
        description: table.label)
    }
  }

  private static func schema<Owner>(of field: Field<Owner>, description: String?) -> JSONSchema {
    switch field.place {
    case .text: text(description)
    case .month: .nullable(.string(pattern: "[0-9]{4}-(0[1-9]|1[0-2])", description: description))
    case .judgment:
      .nullable(
        .object(
          [("text", .string()), ("likelihood", .nullable(.choice(Likelihood.allCases.map(\.rawValue))))],
          description: description))
    case .value:
      .nullable(
        .object(
          [
            ("text", .string()),
            ("comparison", .nullable(.choice(Comparison.allCases.map(\.rawValue)))),
            ("amount", .nullable(.string(pattern: "-?[0-9]+(\\.[0-9]+)?"))),
            ("unit", text()),
          ], description: description))
    }
  }

  private static func text(_ description: String? = nil) -> JSONSchema {
    .nullable(.string(description: description))
  }

  private static let extras = JSONSchema.array(
    of: .object([
      ("label", .string()), ("text", .string()), ("cell", .nullable(.string(pattern: "[A-Z]{1,3}[1-9][0-9]*"))),
    ]))

  private static func schema(of budget: BudgetDefinition) -> JSONSchema {
    let numbers: [(name: String, value: JSONSchema)] = BudgetColumn.allCases.map { column in
      let unit = column == .executionRate ? "%" : budget.unit
      return (
        column.rawValue,
        .nullable(.string(pattern: "-?[0-9]+\\.[0-9]{2,}", description: "\(column.officialLabel) (\(unit))"))
      )
    }
    let line = numbers + [("extras", extras)]
    let funds = budget.funds.map { fund in
      (name: fund.rawValue, value: JSONSchema.nullable(.object(line, description: fund.officialLabel)))
    }
    let additional = JSONSchema.array(
      of: .object([("label", .string()), ("partOf", .nullable(.string()))] + line))
    return .object(funds + [("additional", additional)], description: budget.label)
  }

  private static let source = JSONSchema.object([
    ("file", text()), ("sha256", .nullable(.string(pattern: "[0-9a-f]{64}"))), ("sheet", text()), ("cells", text()),
  ])
}
