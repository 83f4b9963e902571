import Findings

/// A form's definition as JSON, for people and for programs that want to know the form: fields, funds, indicators, and the page.
extension FormDefinition {
  /// A document with one form's definition.
  package var json: [UInt8] {
    var text = JSONText()
    text.definition(self)
    text.endLine()
    return text.bytes
  }

  /// A document with the definitions of several forms.
  package static func json(of definitions: [FormDefinition]) -> [UInt8] {
    var text = JSONText()
    text.object {
      $0.key("forms")
      $0.array(of: definitions) { $0.definition($1) }
    }
    text.endLine()
    return text.bytes
  }
}

extension JSONText {
  fileprivate mutating func definition(_ definition: FormDefinition) {
    object {
      $0.member("kind", definition.kind.rawValue)
      $0.member("title", definition.title)
      $0.texts("titleWords", definition.titleWords.map(\.description))
      $0.texts("lacks", definition.lacks.map(\.description))
      // A relative has the parts and the page of its official form.
      $0.member("relativeOf", definition.official?.kind.rawValue)
      guard definition.official == nil else { return }
      $0.key("fields")
      $0.array {
        $0.field(TrackingFields.title)
        for part in definition.parts { $0.part(part) }
      }
      $0.key("page")
      $0.page(definition.page)
    }
  }

  private mutating func part(_ part: FormDefinition.Part) {
    switch part {
    case .field(let field): self.field(field)
    case .group(let group):
      object {
        $0.member("key", group.key.name)
        $0.member("label", group.label)
        $0.member("hint", group.hint)
        $0.key("fields")
        $0.array(of: group.fields) { $0.field($1) }
      }
    case .budget(let budget):
      object {
        $0.member("key", FieldKey.budget.name)
        $0.member("label", budget.label)
        $0.member("unit", budget.unit)
        $0.key("funds")
        $0.array(of: budget.funds) { text, fund in
          text.object {
            $0.member("key", fund.rawValue)
            $0.member("label", fund.officialLabel)
          }
        }
        $0.key("columns")
        $0.array(of: BudgetColumn.allCases) { text, column in
          text.object {
            $0.member("key", column.rawValue)
            $0.member("label", column.officialLabel)
            $0.key("required")
            $0.boolean(budget.required.contains(column))
          }
        }
      }
    case .indicators(let table):
      object {
        $0.member("key", FieldKey.indicators.name)
        $0.member("label", table.label)
        $0.key("fields")
        $0.array(of: table.fields) { $0.field($1) }
      }
    }
  }

  private mutating func field<Owner>(_ field: Field<Owner>) {
    object {
      $0.member("key", field.key.name)
      $0.member("value", field.kind.rawValue)
      $0.member("label", field.label)
      $0.member("heading", field.heading)
      $0.key("required")
      $0.boolean(field.isRequired)
      $0.member("hint", field.hint)
      $0.key("choices")
      if let options = field.choices?.options { $0.array(of: options) { $0.string($1) } } else { $0.null() }
      $0.member("placeholder", field.placeholder)
    }
  }

  private mutating func page(_ page: PageDefinition) {
    object {
      $0.key("shares")
      $0.array(of: page.shares) { $0.integer(Int($1)) }
      $0.member("merged", page.merged?.description)
      $0.key("blocks")
      $0.array(of: page.blocks) { text, block in
        text.object {
          $0.member("label", block.label)
          $0.rows("rows", block.rows)
          $0.rows("eachIndicator", block.eachIndicator)
        }
      }
    }
  }

  private mutating func rows(_ name: String, _ rows: [[PageDefinition.Cell]]) {
    key(name)
    array(of: rows) { text, cells in text.array(of: cells) { $0.cell($1) } }
  }

  private mutating func cell(_ cell: PageDefinition.Cell) {
    object {
      let first = CellReference.columnName(cell.columns.lowerBound)
      let last = CellReference.columnName(cell.columns.upperBound)
      $0.member("columns", first == last ? first : first + ":" + last)
      switch cell.content {
      case .label(let words): $0.member("label", words)
      case .field(let key): $0.member("field", key.description)
      case .amount(let fund, let column): $0.member("field", FieldPath.budget(fund, column).description)
      case .indicator(let key): $0.member("field", "indicators[]." + key.name)
      case .blank: break
      }
    }
  }

  private mutating func texts(_ name: String, _ texts: [String]) {
    key(name)
    array(of: texts) { $0.string($1) }
  }
}
