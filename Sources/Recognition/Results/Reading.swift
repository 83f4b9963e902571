import Findings

/// A value read from a cell, and what reading it had to say.
///
/// The findings carry no place: a reader of values knows words, not cells. The caller completes them with
/// `findings(at:)`.
struct Reading<Value> {
  var value: Value
  /// Repairs as notes, doubts as warnings, what could not be read as errors; empty for a value taken as it stands.
  var findings: [Finding]

  init(_ value: Value, _ findings: [Finding] = []) {
    self.value = value
    self.findings = findings
  }

  /// The findings, at the place of the cell that was read.
  func findings(at place: Place) -> [Finding] { findings.map { $0.within(place) } }

  /// The same findings about another value.
  func map<Other>(_ transform: (Value) -> Other) -> Reading<Other> { Reading<Other>(transform(value), findings) }
}

extension Reading: Sendable where Value: Sendable {}
extension Reading: Equatable where Value: Equatable {}
