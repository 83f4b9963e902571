/// Thrown where an input cannot be used at all: the one finding that says why, with its place.
public struct Refusal: Error, Hashable, Sendable {
  /// Why, and where; its severity is an error.
  public var finding: Finding

  public init(_ finding: Finding) { self.finding = finding }

  public init(_ rule: Rule, at place: Place = Place(), _ values: [String: String] = [:]) {
    finding = Finding(rule, at: place, values)
  }

  /// The same refusal, its place completed from an outer one.
  public func within(_ outer: Place) -> Refusal { Refusal(finding.within(outer)) }
}
