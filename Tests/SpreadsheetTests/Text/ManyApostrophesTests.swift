import Testing

@testable import Spreadsheet

@Suite("Apostrophes before apostrophes")
struct ManyApostrophesTests {
  @Test(arguments: ["", "=A1", "甲", "123"]) func theGuardOfAnyNumberIsThatOfNone(text: String) {
    for count in 1...5 {
      let guarded = String(repeating: "'", count: count) + text
      #expect(FormulaGuard.needsGuard(guarded) == FormulaGuard.needsGuard(text), "\(guarded)")
    }
  }

  /// As many would overflow the stack, or take the square of them, if each were looked at by itself.
  @Test func aMillionAreNoMoreThanAMillion() {
    let many = String(repeating: "'", count: 1_000_000)
    #expect(!FormulaGuard.needsGuard(many))
    #expect(FormulaGuard.needsGuard(many + "=A1"))
    #expect(FormulaGuard.unguarded(many) == nil)
  }
}
