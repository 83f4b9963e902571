/// The identifier of a field within the form, a fund row or an indicator: `title`, `goals.expected`, `periodBudget`, `actual`.
///
/// A key is one member of the canonical JSON, or a member of an object that JSON groups it in.
public struct FieldKey: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// A key of the standard forms is always the first; so two keys are the same where these are.
  private enum Identity: Sendable {
    case standard(StandardKey)
    case own(Words)
  }

  /// How a key is spelled.
  final class Words: Sendable {
    let group: String?
    let name: String
    let description: String

    init(_ group: String?, _ name: String) {
      self.group = group
      self.name = name
      description = group.map { $0 + "." + name } ?? name
    }
  }

  private let identity: Identity

  init(_ key: StandardKey) { identity = .standard(key) }

  public init(_ group: String? = nil, _ name: String) {
    let words = Words(group, name)
    if let key = StandardKey(words.description), key.words.group == group {
      identity = .standard(key)
    } else {
      identity = .own(words)
    }
  }

  /// Reads `title` or `goals.expected`.
  public init(_ description: String) {
    if let key = StandardKey(description) {
      identity = .standard(key)
    } else if let dot = description.utf8.firstIndex(of: UInt8(ascii: ".")) {
      identity = .own(Words(String(description[..<dot]), String(description.utf8[dot...].dropFirst()) ?? ""))
    } else {
      identity = .own(Words(nil, description))
    }
  }

  public init(stringLiteral value: String) { self.init(value) }

  private var words: Words {
    switch identity {
    case .standard(let key): key.words
    case .own(let words): words
    }
  }

  /// The object that JSON groups the field in: `goals` for `goals.expected`; nil for a field of its own.
  public var group: String? { words.group }
  public var name: String { words.name }
  public var description: String { words.description }
}

extension FieldKey: Hashable {
  public static func == (left: FieldKey, right: FieldKey) -> Bool {
    switch (left.identity, right.identity) {
    case (.standard(let one), .standard(let other)): one == other
    case (.own(let one), .own(let other)):
      one === other || one.group == other.group && ExactText(one.name) == ExactText(other.name)
    case (.standard, .own), (.own, .standard): false
    }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(hashWord) }

  /// A number that is the same for equal keys.
  var hashWord: UInt32 {
    switch identity {
    case .standard(let key): UInt32(key.rawValue)
    case .own(let words): UInt32(truncatingIfNeeded: ExactText(words.description).hashValue)
    }
  }
}

extension FieldKey {
  public static var title: FieldKey { FieldKey(.title) }
  public static var periodStart: FieldKey { FieldKey(.periodStart) }
  public static var periodEnd: FieldKey { FieldKey(.periodEnd) }
  public static var projectCode: FieldKey { FieldKey(.projectCode) }
  public static var projectName: FieldKey { FieldKey(.projectName) }
  public static var supervisingDepartmentCode: FieldKey { FieldKey(.supervisingDepartmentCode) }
  public static var supervisingDepartmentName: FieldKey { FieldKey(.supervisingDepartmentName) }
  public static var implementingUnitCode: FieldKey { FieldKey(.implementingUnitCode) }
  public static var implementingUnitName: FieldKey { FieldKey(.implementingUnitName) }
  public static var goalsExpected: FieldKey { FieldKey(.goalsExpected) }
  public static var goalsActual: FieldKey { FieldKey(.goalsActual) }
  public static var budgetCompletion: FieldKey { FieldKey(.budgetCompletion) }
  public static var goalCompletion: FieldKey { FieldKey(.goalCompletion) }
  public static var correctiveMeasures: FieldKey { FieldKey(.correctiveMeasures) }

  public static var level1: FieldKey { FieldKey(.level1) }
  public static var level2: FieldKey { FieldKey(.level2) }
  public static var name: FieldKey { FieldKey(.name) }
  public static var target: FieldKey { FieldKey(.target) }
  public static var planned: FieldKey { FieldKey(.planned) }
  public static var actual: FieldKey { FieldKey(.actual) }
  public static var deviationReason: FieldKey { FieldKey(.deviationReason) }

  public static var initialBudget: FieldKey { FieldKey(.initialBudget) }
  public static var periodBudget: FieldKey { FieldKey(.periodBudget) }
  public static var periodExpenditure: FieldKey { FieldKey(.periodExpenditure) }
  public static var executionRate: FieldKey { FieldKey(.executionRate) }

  /// The name of an additional fund.
  public static var label: FieldKey { FieldKey(.label) }

  // Groups and lists.
  public static var period: FieldKey { FieldKey(.period) }
  public static var project: FieldKey { FieldKey(.project) }
  public static var supervisingDepartment: FieldKey { FieldKey(.supervisingDepartment) }
  public static var implementingUnit: FieldKey { FieldKey(.implementingUnit) }
  public static var budget: FieldKey { FieldKey(.budget) }
  public static var additionalFunds: FieldKey { FieldKey(.additionalFunds) }
  public static var goals: FieldKey { FieldKey(.goals) }
  public static var indicators: FieldKey { FieldKey(.indicators) }
  public static var assessment: FieldKey { FieldKey(.assessment) }
  public static var extras: FieldKey { FieldKey(.extras) }

  /// The number of a fund row.
  public static func column(_ column: BudgetColumn) -> FieldKey {
    switch column {
    case .initialBudget: .initialBudget
    case .periodBudget: .periodBudget
    case .periodExpenditure: .periodExpenditure
    case .executionRate: .executionRate
    }
  }
}
