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
  public static let documentHead = Array("{\n  \"schema\": \"\(schema)\",\n  \"forms\": [\n".utf8)
  /// What stands between two elements.
  public static let elementSeparator = Array(",\n".utf8)
  /// What stands after the last element.
  public static let documentTail = Array("\n  ]\n}\n".utf8)

  /// One form as an element of a document: head, elements with separators, and tail give the bytes of `document(_:)`.
  public static func element(_ form: TrackingForm) -> [UInt8] {
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
      $0.key("period")
      $0.object {
        $0.member("start", form.period.start?.description)
        $0.member("end", form.period.end?.description)
      }
      $0.entity("project", form.project)
      $0.entity("supervisingDepartment", form.supervisingDepartment)
      $0.entity("implementingUnit", form.implementingUnit)
      $0.key("budget")
      $0.budget(form.budget)
      $0.key("goals")
      $0.object {
        $0.member("expected", form.goals.expected)
        $0.member("actual", form.goals.actual)
      }
      $0.key("indicators")
      $0.array(of: form.indicators) { $0.indicator($1) }
      $0.key("assessment")
      $0.object {
        $0.judgement("budgetCompletion", form.assessment.budgetCompletion)
        $0.judgement("goalCompletion", form.assessment.goalCompletion)
      }
      $0.member("correctiveMeasures", form.correctiveMeasures)
      $0.key("source")
      $0.source(form.source ?? Source())
      $0.extras(form.extras)
    }
  }

  private mutating func entity(_ name: String, _ entity: NamedEntity) {
    key(name)
    object {
      $0.member("code", entity.code)
      $0.member("name", entity.name)
    }
  }

  private mutating func budget(_ budget: Budget) {
    object {
      for fund in Fund.allCases {
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

  private mutating func indicator(_ indicator: Indicator) {
    object {
      $0.member("level1", indicator.level1)
      $0.member("level2", indicator.level2)
      $0.member("name", indicator.name)
      $0.value("target", indicator.target)
      $0.value("planned", indicator.planned)
      $0.value("actual", indicator.actual)
      $0.member("deviationReason", indicator.deviationReason)
      $0.extras(indicator.extras)
    }
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

  private mutating func judgement(_ name: String, _ judgement: Judgement?) {
    key(name)
    guard let judgement else { return null() }
    object {
      $0.member("text", judgement.text)
      $0.member("likelihood", judgement.likelihood?.rawValue)
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
