import Foundation
import Testing

/// Whatever a layout does to a form, recognition gives the form back and accounts for every cell.
///
/// `LAYOUTS=20000 swift test --filter LayoutTests` runs more of them, `LAYOUT_SEED=17 LAYOUTS=1` one again.
@Suite struct LayoutTests {
  @Test func formsComeBackFromRandomLayouts() throws {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["LAYOUT_SEED"].flatMap(UInt64.init) ?? 1
    let count = environment["LAYOUTS"].flatMap(UInt64.init) ?? 200
    let shown = environment["LAYOUTS_SHOWN"].flatMap(Int.init) ?? 1
    let failures = try (first..<first + count).filter { try !LayoutComplaints.of(Choices(seed: $0)).isEmpty }
    for seed in failures.prefix(shown) { try Issue.record(Comment(rawValue: LayoutComplaints.shrunk(seed))) }
    #expect(failures.isEmpty, "\(failures.count) of \(count) layouts, seeds \(failures.prefix(20))")
  }
}
