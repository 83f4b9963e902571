import Findings
import Publishing
import SystemCalls

/// Gives every output of a run a name of its own, in the order of the inputs, so that the names do not depend on the
/// number of workers.
///
/// Holds eight bytes for each name given.
package struct OutputNames {
  private var taken: Set<UInt64> = []
  /// The number to try next, for names that have clashed.
  private var nextNumber: [UInt64: Int] = [:]

  package init() {}

  /// The path for an output: its folders and stem made safe, and ` (2)`, ` (3)` … where the path is taken already, by
  /// another case or composition of the same letters too.
  ///
  /// - Parameters:
  ///   - path: A relative path with `/` between its components and without extension.
  ///   - fileExtension: `xlsx`, without the dot.
  ///   - mark: What stands between the stem and the number, however much of the stem is cut.
  package mutating func claim(_ path: String, mark: String = "", fileExtension: String) -> String {
    var components = path.pathComponents.map { SafeName.component($0) }
    let stem = components.popLast() ?? "_"
    let folder = components.map { $0 + "/" }.joined()
    let wanted = Fingerprint.of(SafeName.folded(folder + stem + mark + "." + fileExtension))
    var number = nextNumber[wanted] ?? 1
    defer { if number > 1 { nextNumber[wanted] = number + 1 } }
    while true {
      let suffix = mark + (number == 1 ? "" : " (\(number))") + "." + fileExtension
      let candidate = folder + SafeName.component(stem, suffix: suffix)
      if taken.insert(Fingerprint.of(SafeName.folded(candidate))).inserted { return candidate }
      number += 1
    }
  }

  /// The path for the review copy beside an output.
  package mutating func claimReview(beside path: String, in language: Language) -> String {
    let stem = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
    return claim(String(stem), mark: ReviewCopy.nameMark(in: language), fileExtension: OutputFormat.xlsx.rawValue)
  }

  /// Reserves names that an earlier run gave; false, and none reserved, where one of them is taken already.
  mutating func reserve(_ paths: [String]) -> Bool {
    let wanted = paths.map { Fingerprint.of(SafeName.folded($0)) }
    guard Set(wanted).count == wanted.count, taken.isDisjoint(with: wanted) else { return false }
    taken.formUnion(wanted)
    return true
  }
}
