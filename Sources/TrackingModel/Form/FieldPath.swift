/// Where a value stands in the canonical form, printed as the JSON names it: `project.name`, `budget.total.periodBudget`,
/// `indicators[3].actual`.
public struct FieldPath: Equatable, Sendable {
  /// What a field belongs to.
  public enum Owner: Hashable, Sendable {
    case form
    /// A fund row of the official form.
    case fund(Fund)
    /// A fund row beyond those, by its number from 0.
    case additionalFund(Int)
    /// An indicator, by its number from 0.
    case indicator(Int)
  }

  /// Which part of its owner it is.
  public enum Part: Hashable, Sendable {
    case whole
    /// A field, or a group or list of fields.
    case field(FieldKey)
    /// One of the extras, by its number from 0.
    case extra(Int)
  }

  public let owner: Owner
  public let part: Part

  public init(_ owner: Owner, _ part: Part) {
    self.owner = owner
    self.part = part
  }

  /// A field of the form.
  public init(_ key: FieldKey) { self.init(.form, .field(key)) }

  /// The number of the indicator from 0; nil for a field of anything else.
  public var indicator: Int? { if case .indicator(let number) = owner { number } else { nil } }

  /// The field of the owner; nil for the owner as a whole and for an extra.
  public var key: FieldKey? { if case .field(let key) = part { key } else { nil } }

  /// Another field of the same owner.
  public func field(_ key: FieldKey) -> FieldPath { FieldPath(owner, .field(key)) }

  /// An extra of the same owner.
  public func extra(_ number: Int) -> FieldPath { FieldPath(owner, .extra(number)) }

  public static var title: FieldPath { FieldPath(.title) }
  public static var period: FieldPath { FieldPath(.period) }
  public static var periodStart: FieldPath { FieldPath(.periodStart) }
  public static var periodEnd: FieldPath { FieldPath(.periodEnd) }
  public static var budget: FieldPath { FieldPath(.budget) }
  public static var goals: FieldPath { FieldPath(.goals) }
  public static var goalsExpected: FieldPath { FieldPath(.goalsExpected) }
  public static var goalsActual: FieldPath { FieldPath(.goalsActual) }
  public static var indicators: FieldPath { FieldPath(.indicators) }
  public static var assessment: FieldPath { FieldPath(.assessment) }
  public static var budgetCompletion: FieldPath { FieldPath(.budgetCompletion) }
  public static var goalCompletion: FieldPath { FieldPath(.goalCompletion) }
  public static var correctiveMeasures: FieldPath { FieldPath(.correctiveMeasures) }

  /// `budget.total`.
  public static func budget(_ fund: Fund) -> FieldPath { FieldPath(.fund(fund), .whole) }

  /// `budget.total.periodBudget`.
  public static func budget(_ fund: Fund, _ column: BudgetColumn) -> FieldPath {
    FieldPath(.fund(fund), .field(.column(column)))
  }

  /// `budget.additional[2]`.
  public static func additionalFund(_ number: Int) -> FieldPath { FieldPath(.additionalFund(number), .whole) }

  /// `extras[2]`.
  public static func extra(_ number: Int) -> FieldPath { FieldPath(.form, .extra(number)) }

  /// `indicators[3]`.
  public static func indicator(_ number: Int) -> FieldPath { FieldPath(.indicator(number), .whole) }

  /// `indicators[3].actual`.
  public static func indicator(_ number: Int, _ key: FieldKey) -> FieldPath {
    FieldPath(.indicator(number), .field(key))
  }
}

extension FieldPath: Hashable {
  /// All of a path in one word: paths are looked up for every cell of a form.
  public func hash(into hasher: inout Hasher) {
    let (kind, number): (UInt64, UInt64) =
      switch owner {
      case .form: (0, 0)
      case .fund(let fund): (1, UInt64(fund.hashWord))
      case .additionalFund(let number): (2, UInt64(truncatingIfNeeded: number))
      case .indicator(let number): (3, UInt64(truncatingIfNeeded: number))
      }
    let (place, member): (UInt64, UInt64) =
      switch part {
      case .whole: (0, 0)
      case .field(let key): (1, UInt64(key.hashWord))
      case .extra(let number): (2, UInt64(truncatingIfNeeded: number))
      }
    hasher.combine(number &<< 36 ^ member &<< 4 ^ place &<< 2 ^ kind)
  }
}

extension FieldPath {
  /// The field that this one is part of: `budget.total` for `budget.total.periodBudget`; nil for one that is part of none.
  public var enclosing: FieldPath? {
    switch (owner, part) {
    case (_, .extra): field(.extras)
    case (.form, .field(let key)): key.group.map { FieldPath(FieldKey(nil, $0)) }
    case (_, .field): FieldPath(owner, .whole)
    case (.form, .whole): nil
    case (.fund, .whole): .budget
    case (.additionalFund, .whole): FieldPath(.additionalFunds)
    case (.indicator, .whole): .indicators
    }
  }

  /// Whether the field is part of another one, or of one that is.
  public func isPart(of other: FieldPath) -> Bool {
    var outer = enclosing
    while let path = outer {
      if path == other { return true }
      outer = path.enclosing
    }
    return false
  }
}
