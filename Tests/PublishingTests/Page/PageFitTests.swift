import Testing
import TrackingModel

@testable import Publishing

@Suite struct PageFitTests {
  private static func form(_ count: Int, name: String) -> TrackingForm {
    var form = SamplePages.form(indicators: count)
    for index in form.indicators.indices { form.indicators[index].name = name }
    return form
  }

  @Test(arguments: 1...16) func upTo16IndicatorsWithShortTextsFitOnePage(count: Int) {
    let page = PageComposition.best(for: Self.form(count, name: "小区修缮完成率"), PageSettings())
    #expect(page.drawing.pages == 1)
    #expect(page.drawing.height <= page.geometry.height)
  }

  @Test func aFormWithRoomKeepsItsAiryRows() {
    let page = PageComposition.best(for: Self.form(5, name: "小区修缮完成率"), PageSettings())
    #expect(page.textSize == 10)
    #expect(page.drawing.heights.dropFirst(2).allSatisfy { $0 >= 20 })
  }

  @Test func rowsAreNoLowerThanThePageAsksFor() {
    // Two pages at the usual heights, less than one where no row is higher than its texts.
    let form = Self.form(13, name: "既有多层住宅加装电梯补贴")
    let page = PageComposition.best(for: form, PageSettings())
    #expect(page.textSize == 10)
    #expect(page.drawing.pages == 1)
    #expect(page.drawing.heights[2] < 20)
    #expect(page.drawing.height > page.geometry.height * 0.95)
  }

  @Test(arguments: 10...30) func noRowIsLowerThanItsTextsNeed(count: Int) {
    let page = PageComposition.best(for: SamplePages.form(indicators: count, reason: "进度滞后，已督促施工单位"), PageSettings())
    for cell in page.drawing.cells {
      guard case .text(let text) = cell.value, cell.look != .title else { continue }
      let columns = cell.range.columns.map { page.geometry.points[$0] }.reduce(0, +)
      let indent = cell.look == .prose ? PageGeometry.indent : 0
      let lines = TextSetting(width: columns - indent, size: page.textSize).lines(text)
      let height = cell.range.rows.map { page.drawing.heights[$0] }.reduce(0, +)
      // A line of 宋体 takes 1.2 times its size, one of the fonts that stand in for it 1.45 times.
      #expect(height >= Double(lines) * page.textSize * 1.45, "\(text)")
    }
  }

  @Test func textOnTheLeftStandsOffItsBorder() throws {
    let styles = try WrittenPackage(OfficialPage.workbook(of: [SamplePages.first]).bytes).text("xl/styles.xml")
    #expect(
      styles.contains("<alignment horizontal=\"left\" vertical=\"center\" wrapText=\"1\" indent=\"1\"/>")
        || styles.contains("indent=\"1\""))
  }
}
