import Findings
import Recognition
import TrackingModel

/// An uploaded file where it lies, and what was typed over in it.
struct StoredFile: Codable, Sendable {
  /// What the user calls it: `箱.zip/一科/表.xls`.
  var name: String
  /// Where it lies in the folder of its session.
  var path: String
  /// Where it lies after another program has converted it; nil for one that is read as it is.
  var converted: String?
  /// Why there is no file to be read, such as for a name in an archive that leads out of it.
  var refused: StoredRefusal?
  /// By the number of the form, in the order in which they were typed.
  var corrections: [Int: [TypedText]] = [:]

  struct TypedText: Codable, Sendable, Hashable {
    var field: String
    var text: String
  }

  /// - Throws: Why there is no file to be read.
  func checkThere() throws(Refusal) { if let refused { throw refused.refusal } }

  /// Applies what was typed to the form of this number.
  func amend(_ number: Int, _ form: inout RecognizedForm) throws {
    for typed in corrections[number] ?? [] {
      try form.apply(Correction(FieldPath(typed.field), typed.text))
    }
  }
}

/// A refusal on its way between processes.
struct StoredRefusal: Codable, Sendable {
  var rule: String
  var values: [String: String]

  init(_ refusal: Refusal) {
    rule = refusal.finding.rule.name
    values = refusal.finding.values
  }

  var refusal: Refusal { Refusal(Rule.named(rule) ?? .fileMissing, values) }
}
