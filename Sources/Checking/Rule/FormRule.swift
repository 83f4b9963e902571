import Findings
import TrackingModel

/// One rule of the form: looks at a form of its kind and says what it objects to.
///
/// Each rule has a file of its own, which names its source and holds its words, constants of `Rule`. A rule asks a relative of the form
/// only for what its kind has.
protocol FormRule: Sendable {
  /// The rules whose findings this one can give.
  static var rules: [Rule] { get }

  static func objections(to form: RuleContext) -> [Objection]
}

/// What a rule says about one field; the checker turns it into a finding at the field's cell.
struct Objection: Hashable, Sendable {
  let rule: Rule
  let field: FieldPath
  let values: [String: String]

  init(_ rule: Rule, at field: FieldPath, _ values: [String: String] = [:]) {
    self.rule = rule
    self.field = field
    self.values = values
  }
}

extension Indicator {
  /// What findings call the indicator: its name, else its levels.
  var displayName: String { name ?? level2 ?? level1 ?? "—" }
}
