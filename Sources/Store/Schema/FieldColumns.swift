import GRDB
import TrackingModel

/// The columns that one field of a form or an indicator takes, and its way into and out of them.
struct FieldColumns<Owner>: Sendable {
  let field: Field<Owner>
  let columns: [StoreColumn]

  init(_ field: Field<Owner>) {
    self.field = field
    let name = StoreColumn.name(of: field.key)
    let path = field.key.description
    let whole = StoreColumn(name, "TEXT", field.label, path: path)
    columns =
      switch field.place {
      case .text, .month: [whole]
      case .judgment:
        [whole, StoreColumn(name + "_likelihood", "TEXT", field.label + "·判断", path: path + ".likelihood")]
      case .value:
        [
          whole, StoreColumn(name + "_comparison", "TEXT", field.label + "·比较符", path: path + ".comparison"),
          StoreColumn(name + "_amount", "TEXT", field.label + "·数值（按原样）", path: path + ".amount"),
          StoreColumn(name + "_unit", "TEXT", field.label + "·单位", path: path + ".unit"),
        ]
      }
  }

  /// The values of the columns, one each.
  func texts(of owner: Owner) -> [String?] {
    switch field.place {
    case .text(let path): return [owner[keyPath: path]]
    case .month(let path): return [owner[keyPath: path]?.description]
    case .judgment(let path): return [owner[keyPath: path]?.text, owner[keyPath: path]?.likelihood?.rawValue]
    case .value(let path):
      let value = owner[keyPath: path]
      return [value?.text, value?.comparison?.rawValue, value?.amount, value?.unit]
    }
  }

  /// - Throws: `StoreFault` where a value is none of the field's kind.
  func set(_ texts: ArraySlice<String?>, in owner: inout Owner) throws(StoreFault) {
    let texts = Array(texts)
    guard let text = texts[0] else { return }
    switch field.place {
    case .text(let path): owner[keyPath: path] = text
    case .month(let path): owner[keyPath: path] = try known(text) { YearMonth($0) }
    case .judgment(let path):
      owner[keyPath: path] = Judgment(text: text, likelihood: try known(texts[1]) { Likelihood(rawValue: $0) })
    case .value(let path):
      owner[keyPath: path] = IndicatorValue(
        text: text, comparison: try known(texts[1]) { Comparison(rawValue: $0) }, amount: texts[2],
        unit: texts[3])
    }
  }

  /// - Throws: `StoreFault` where there is a word and it is unknown.
  private func known<Value>(_ text: String?, _ read: (String) -> Value?) throws(StoreFault) -> Value? {
    guard let text else { return nil }
    guard let value = read(text) else { throw StoreFault("\(columns[0].name) = \(text)") }
    return value
  }
}

/// What stands in a store is nothing that this program writes.
struct StoreFault: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// The columns of all fields that the forms of a family have: each once, in the order in which the forms come.
struct RecordLayout<Owner>: Sendable {
  let columns: [StoreColumn]
  /// For each kind of form, its fields and where their columns begin.
  private let fields: [FormKind: [(field: FieldColumns<Owner>, start: Int)]]

  init(_ fields: [(kind: FormKind, fields: [Field<Owner>])]) {
    var columns: [StoreColumn] = []
    var starts: [String: Int] = [:]
    var places: [FormKind: [(field: FieldColumns<Owner>, start: Int)]] = [:]
    for (kind, fields) in fields {
      places[kind] = fields.map { field in
        let own = FieldColumns(field)
        let names = own.columns.map(\.name).joined(separator: " ")
        let start = starts[names] ?? columns.count
        if starts[names] == nil {
          starts[names] = start
          columns += own.columns
        }
        return (own, start)
      }
    }
    self.columns = columns
    self.fields = places
  }

  /// The values of all columns.
  func texts(of owner: Owner, kind: FormKind) -> [String?] {
    var texts = [String?](repeating: nil, count: columns.count)
    for (field, start) in fields[kind] ?? [] {
      for (offset, text) in field.texts(of: owner).enumerated() { texts[start + offset] = text }
    }
    return texts
  }

  func set(_ texts: [String?], kind: FormKind, in owner: inout Owner) throws(StoreFault) {
    for (field, start) in fields[kind] ?? [] {
      try field.set(texts[start..<(start + field.columns.count)], in: &owner)
    }
  }
}
