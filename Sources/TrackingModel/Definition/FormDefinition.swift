/// A form of the family, defined once: its parts in the order of the canonical JSON, what a form of this kind does not have, and its page.
///
/// Two definitions are the same where their kinds are.
public final class FormDefinition: Sendable {
  /// What the form consists of, besides its title, which every form has.
  public enum Part: Sendable {
    case field(FormField)
    case group(FieldGroup)
    case budget(BudgetDefinition)
    case indicators(IndicatorDefinition)
  }

  public let kind: FormKind
  /// As the official form prints it.
  public let title: String
  /// A title with one of these words in it names this kind.
  public let titleWords: [StaticString]
  public let parts: [Part]
  /// Fields, groups, columns of the budget and fields of the indicators that a form of this kind does not have, though its JSON has
  /// their keys.
  public let lacks: [FieldKey]
  public let page: PageDefinition
  /// The form whose page this one is written as; nil for one with a page of its own.
  public let official: FormDefinition?

  /// All fields of the form itself, the title first, in the order of JSON.
  public let fields: [FormField]
  public let groups: [FieldGroup]
  public let budget: BudgetDefinition
  public let indicators: IndicatorDefinition
  /// The fields that are judgments.
  let judgments: [(field: FormField, path: FormField.Path<Judgment?>)]
  /// The keys of the form's object in JSON.
  let keys: [String]
  /// What a form of this kind can have.
  private let available: Set<FieldKey>

  /// - Parameter official: For a relative of a form, that form: its parts and its page are those of the relative too.
  private init(
    _ kind: FormKind, title: String, titleWords: [StaticString], parts: [Part], lacks: [FieldKey], page: PageDefinition,
    official: FormDefinition?
  ) {
    self.kind = kind
    self.title = title
    self.titleWords = titleWords
    self.parts = parts
    self.lacks = lacks
    self.page = page
    self.official = official
    fields =
      [TrackingFields.title]
      + parts.flatMap { part -> [FormField] in
        switch part {
        case .field(let field): return [field]
        case .group(let group): return group.fields
        case .budget, .indicators: return []
        }
      }
    groups = parts.compactMap { if case .group(let group) = $0 { group } else { nil } }
    budget =
      parts.lazy.compactMap { if case .budget(let budget) = $0 { budget } else { nil } }.first
      ?? BudgetDefinition(label: "", unit: "", funds: [], required: [])
    indicators =
      parts.lazy.compactMap { if case .indicators(let table) = $0 { table } else { nil } }.first
      ?? IndicatorDefinition(label: "", fields: [])
    keys = ["title", "kind", "source", "extras"] + parts.map(\.key.name)
    judgments = fields.compactMap { field in
      if case .judgment(let path) = field.place { (field, path) } else { nil }
    }
    available = Set(fields.map(\.key) + parts.map(\.key) + indicators.fields.map(\.key))
      .union(budget.funds.isEmpty ? [] : BudgetColumn.allCases.map { .column($0) })
      .subtracting(lacks)
  }

  /// A form with a page of its own.
  public convenience init(
    _ kind: FormKind, title: String, titleWords: [StaticString], parts: [Part], page: PageDefinition
  ) {
    self.init(kind, title: title, titleWords: titleWords, parts: parts, lacks: [], page: page, official: nil)
  }

  /// A relative of a form, which has no page of its own.
  public convenience init(
    _ kind: FormKind, title: String, titleWords: [StaticString], relativeOf official: FormDefinition, lacks: [FieldKey]
  ) {
    self.init(
      kind, title: title, titleWords: titleWords, parts: official.parts, lacks: lacks, page: official.page,
      official: official)
  }

  /// Whether it is neither the form of the family nor one that is written on its page.
  public var hasOwnPage: Bool { official == nil && self != .tracking }

  /// The title of the page that its forms are written on.
  public var pageTitle: String { official?.title ?? title }

  /// The field of the form with this key; nil where it has none.
  public func field(_ key: FieldKey) -> FormField? { fields.first { $0.key == key } }

  /// The group with this key, or the group of this field; nil where the form has none.
  public func group(_ key: FieldKey) -> FieldGroup? {
    groups.first { $0.key.name == (key.group ?? key.name) }
  }

  /// Whether a form of this kind can have the field, group, column of the budget or field of the indicators.
  public func has(_ key: FieldKey) -> Bool { available.contains(key) }
}

extension FormDefinition: Hashable {
  public static func == (left: FormDefinition, right: FormDefinition) -> Bool {
    left === right || left.kind == right.kind
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

extension FormDefinition.Part {
  /// Its key in JSON.
  public var key: FieldKey {
    switch self {
    case .field(let field): field.key
    case .group(let group): group.key
    case .budget: .budget
    case .indicators: .indicators
    }
  }
}

/// 绩效指标: the fields of every indicator, in the order of JSON and of the ledger.
public struct IndicatorDefinition: Sendable {
  public let label: String
  public let fields: [IndicatorField]
  /// The keys of an indicator's object in JSON.
  let keys: [String]
  /// The fields that are values with their parts.
  let values: [(key: FieldKey, path: IndicatorField.Path<IndicatorValue?>)]

  public init(label: String, fields: [IndicatorField]) {
    self.label = label
    self.fields = fields
    keys = fields.map(\.key.name) + ["extras"]
    values = fields.compactMap { field in
      if case .value(let path) = field.place { (field.key, path) } else { nil }
    }
  }

  func holds(_ key: FieldKey) -> Bool { field(key) != nil }

  /// The field with this key; nil where there is none.
  public func field(_ key: FieldKey) -> IndicatorField? { fields.first { $0.key == key } }
}
