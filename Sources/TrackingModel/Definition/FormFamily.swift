/// The forms that are known: a reader takes the one that a title or a kind names.
public struct FormFamily: Sendable {
  /// In the order in which a title is asked for their words.
  public let definitions: [FormDefinition]
  /// The form of a title that names none, and of a file without one.
  public let usual: FormDefinition

  public init(_ definitions: [FormDefinition], usual: FormDefinition) {
    self.definitions = definitions
    self.usual = usual
  }

  /// 跟踪表 and its relatives.
  public static let standard = FormFamily(
    [.monitoring, .tracking, .selfEvaluation, .declaration], usual: .tracking)

  /// The form of this kind; nil for an unknown one.
  public func definition(of kind: String) -> FormDefinition? { definitions.first { $0.kind.rawValue == kind } }

  /// The form that a title names.
  public func definition(titled title: String?) -> FormDefinition {
    guard let title else { return usual }
    let words = title.filter { !$0.isWhitespace }
    return definitions.first { $0.titleWords.contains { words.contains(exactly: $0) } } ?? usual
  }

  /// The words that JSON has for the kinds, the usual one first.
  public var kinds: [String] {
    ([usual] + definitions.filter { $0 != usual }).map(\.kind.rawValue)
  }
}
