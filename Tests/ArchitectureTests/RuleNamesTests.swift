import Conversion
import Findings
import Foundation
import Testing
import TrackingModel

/// A rule that a comment names is one that there is.
@Suite struct RuleNamesTests {
  @Test func `comments name rules that exist`() throws {
    let families = Set(Rule.all.compactMap { $0.name.split(separator: ".").first })
    var wrong: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: SourceFolder.sources.path).sorted()
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: SourceFolder.sources.appendingPathComponent(path), encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard let comment = line.firstMatch(of: #/\/\/.*/#)?.output else { continue }
        for match in comment.matches(of: #/`(([a-z0-9]+)\.[a-z0-9\-]+)`/#) {
          let name = String(match.1)
          if families.contains(match.2), Rule.named(name) == nil, !Self.isField(name) {
            wrong.append("\(path):\(number + 1): \(name)")
          }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func `every rule is in the list of all`() throws {
    var declared: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: SourceFolder.sources.path)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: SourceFolder.sources.appendingPathComponent(path), encoding: .utf8)
      declared.formUnion(text.matches(of: #/= Rule\(\s*"([^"]+)"/#).map { String($0.1) })
    }
    #expect(declared == Set(Rule.all.map(\.name)))
  }

  /// `budget.total` is a fund row and no rule.
  private static func isField(_ name: String) -> Bool {
    let path = FieldPath(name)
    if case .fund(let fund) = path.owner { return FormDefinition.tracking.budget.funds.contains(fund) }
    return path.key.map { FormDefinition.tracking.field($0) != nil } ?? false
  }
}
