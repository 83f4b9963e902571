import Foundation

/// The canonical JSON of forms, schema `tracktable/1`: every key always present, in this order, absent is `null`.
public enum CanonicalJSON {
  /// The value of the key `schema`.
  public static let schema = "tracktable/1"

  /// A whole document.
  public static func document(_ forms: [TrackingForm]) -> [UInt8] {
    var text = JSONText()
    text.object {
      $0.member("schema", schema)
      $0.key("forms")
      $0.array(of: forms) { $0.form($1) }
    }
    text.endLine()
    return text.bytes
  }

  /// What stands before the first element of a document that is written form by form.
  package static let documentHead = Array("{\n  \"schema\": \"\(schema)\",\n  \"forms\": [\n".utf8)
  /// What stands between two elements.
  package static let elementSeparator = Array(",\n".utf8)
  /// What stands after the last element.
  package static let documentTail = Array("\n  ]\n}\n".utf8)

  /// One form as an element of a document: head, elements with separators, and tail give the bytes of `document(_:)`.
  package static func element(_ form: TrackingForm) -> [UInt8] {
    Array(document([form]).dropFirst(documentHead.count).dropLast(documentTail.count))
  }

  /// One form on one line, its line break included: a record of JSON Lines.
  public static func line(_ form: TrackingForm) -> [UInt8] {
    var text = JSONText(.compact)
    text.form(form)
    text.endLine()
    return text.bytes
  }
}

extension JSONText {
  mutating func form(_ form: TrackingForm) {
    object {
      $0.member("title", form.title)
      $0.member("kind", form.kind.rawValue)
      for part in form.definition.parts { $0.part(part, of: form) }
      $0.key("source")
      $0.source(form.source ?? Source())
      $0.extras(form.extras)
    }
  }

  private mutating func part(_ part: FormDefinition.Part, of form: TrackingForm) {
    switch part {
    case .field(let field): self.field(field, of: form)
    case .group(let group):
      key(group.key.name)
      object { for field in group.fields { $0.field(field, of: form) } }
    case .budget(let budget):
      key("budget")
      self.budget(form.budget, funds: budget.funds)
    case .indicators(let table):
      key("indicators")
      array(of: form.indicators) { text, indicator in
        text.object {
          for field in table.fields { $0.field(field, of: indicator) }
          $0.extras(indicator.extras)
        }
      }
    }
  }

  private mutating func field<Owner>(_ field: Field<Owner>, of owner: Owner) {
    switch field.place {
    case .text(let path): member(field.key.name, owner[keyPath: path])
    case .month(let path): member(field.key.name, owner[keyPath: path]?.description)
    case .judgment(let path): judgment(field.key.name, owner[keyPath: path])
    case .value(let path): value(field.key.name, owner[keyPath: path])
    }
  }

  private mutating func budget(_ budget: Budget, funds: [Fund]) {
    object {
      for fund in funds {
        $0.key(fund.rawValue)
        if let line = budget[keyPath: fund.keyPath] {
          $0.object { $0.budgetLine(line) }
        } else {
          $0.null()
        }
      }
      $0.key("additional")
      $0.array(of: budget.additional) { text, fund in
        text.object {
          $0.member("label", fund.label)
          $0.member("partOf", fund.partOf)
          $0.budgetLine(fund.line)
        }
      }
    }
  }

  private mutating func budgetLine(_ line: BudgetLine) {
    for column in BudgetColumn.allCases { member(column.rawValue, line[keyPath: column.keyPath]?.amountText) }
    extras(line.extras)
  }

  private mutating func value(_ name: String, _ value: IndicatorValue?) {
    key(name)
    guard let value else { return null() }
    object {
      $0.member("text", value.text)
      $0.member("comparison", value.comparison?.rawValue)
      $0.member("amount", value.amount)
      $0.member("unit", value.unit)
    }
  }

  private mutating func judgment(_ name: String, _ judgment: Judgment?) {
    key(name)
    guard let judgment else { return null() }
    object {
      $0.member("text", judgment.text)
      $0.member("likelihood", judgment.likelihood?.rawValue)
    }
  }

  private mutating func source(_ source: Source) {
    object {
      $0.member("file", source.file)
      $0.member("sha256", source.sha256)
      $0.member("sheet", source.sheet)
      $0.member("cells", source.cells)
    }
  }

  mutating func extras(_ extras: [Extra]) {
    key("extras")
    array(of: extras) { text, extra in
      text.object {
        $0.member("label", extra.label)
        $0.member("text", extra.text)
        $0.member("cell", extra.cell)
      }
    }
  }
}
