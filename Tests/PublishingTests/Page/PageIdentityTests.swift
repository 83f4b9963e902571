import Recognition
import Spreadsheet
import Testing
import TrackingModel

@testable import Publishing

/// Forms → official page → forms is the identity, but for where they came from.
@Suite struct PageIdentityTests {
  @Test(arguments: 0..<24)
  func generatedFormsComeBackAsTheyWere(seed: Int) throws {
    var generator = FormGenerator(seed: UInt64(seed))
    let form = generator.form()
    let back = try ReadBack.forms(of: OfficialPage.workbook(of: [form]).bytes)
    try #require(back.count == 1)
    #expect(Difference.first(between: form, and: back[0]) == nil)
  }

  @Test func severalFormsComeBackInOrder() throws {
    var generator = FormGenerator(seed: 4711)
    let forms = (0..<5).map { _ in generator.form() }
    let back = try ReadBack.forms(of: OfficialPage.workbook(of: forms).bytes)
    #expect(back.map(\.withoutSource) == forms)
  }
}
