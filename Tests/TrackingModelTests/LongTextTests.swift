import Foundation
import Testing
import TrackingModel

@Suite("Long texts are compared as short ones are")
struct LongTextTests {
  @Test(arguments: ["…", "e\u{301}", "①", "ｶﾞ", "清…", "A\u{30A}", "각", "ﬁ", "Å。"], [1, 255, 256, 257, 1000])
  func inPiecesAsAWhole(unit: String, count: Int) {
    let text = String(repeating: unit, count: count)
    let whole = text.precomposedStringWithCompatibilityMapping
    #expect(ComparedText.fold(text) == String(whole.unicodeScalars.filter { !$0.isInvisible }.map(Character.init)))
  }
}
