import Findings
import Testing
import TrackingModel

@testable import Publishing

/// Where pages begin and what they begin with.
@Suite struct PageBreaksTests {
  /// The rows of each page of a form, each row as the texts of its cells.
  private func pages(_ form: TrackingForm) -> [[[String]]] {
    let page = PageComposition.best(for: form, PageSettings())
    let starts = [0] + page.drawing.breaks + [page.drawing.heights.count]
    return zip(starts, starts.dropFirst()).map { start, end in
      (start..<end).map { row in
        page.drawing.cells.filter { $0.range.first.row == row }.map {
          if case .text(let text) = $0.value { text } else { "" }
        }
      }
    }
  }

  @Test func aFormOfTenIndicatorsIsOnePage() { #expect(pages(SamplePages.form(indicators: 10)).count == 1) }

  @Test func aPageThatGoesOnBeginsWithTheHeadingAndBothLabels() {
    let pages = pages(SamplePages.form(indicators: 60))
    #expect(pages.count > 2)
    for page in pages.dropFirst() {
      #expect(page[0].starts(with: ["绩效指标", "一级指标", "二级指标", "三级指标"]))
      #expect(["产出指标", "效益指标", "满意度指标"].contains(page[1][0]))
    }
  }

  @Test(arguments: [20, 25, 30, 36, 41, 47, 52, 60, 75])
  func theAssessmentStaysWithTheLastIndicators(count: Int) throws {
    let last = try #require(pages(SamplePages.form(indicators: count)).last)
    let row = try #require(last.firstIndex { $0.first == OfficialLabel.assessment })
    #expect(last[row - 1].contains { $0.hasPrefix("第\(count)项") })
    #expect(last.contains { $0.contains(OfficialLabel.correctiveMeasures) })
  }

  @Test func aGroupThatFitsOnAPageIsNotDivided() {
    // 24 + 8 + 8 indicators: the first group is longer than what the first page has left, the others are whole.
    for page in pages(SamplePages.form(indicators: 40)).dropFirst() {
      for group in ["效益指标", "满意度指标"] { #expect(page.count { $0.contains(group) } <= 1) }
    }
    let all = pages(SamplePages.form(indicators: 40)).flatMap { $0 }
    #expect(all.count { $0.first == "满意度指标" } == 1)
  }

  @Test func noPageIsFullerThanPaper() {
    for count in stride(from: 1, through: 80, by: 7) {
      let page = PageComposition.best(for: SamplePages.form(indicators: count, reason: "因汛期影响，部分工期顺延。"), PageSettings())
      let starts = [0] + page.drawing.breaks + [page.drawing.heights.count]
      for (start, end) in zip(starts, starts.dropFirst()) {
        #expect(page.drawing.heights[start..<end].reduce(0, +) <= page.geometry.height)
      }
    }
  }

  @Test func aTextLongerThanARowTakesSeveral() {
    var form = SamplePages.first
    form.goals.expected = String(repeating: "对园区内十九个住宅小区进行外墙修缮和屋面防水。", count: 60)
    let page = PageComposition.best(for: form, PageSettings())
    let goals = page.drawing.layout.fields(of: .goalsExpected, in: form).first
    let pieces = page.drawing.cells.filter { $0.field != nil && $0.field == goals }
    #expect(pieces.count > 1)
    let joined = pieces.map { if case .text(let text) = $0.value { text } else { "" } }.joined()
    #expect(joined == form.goals.expected)
    #expect(page.drawing.heights.allSatisfy { $0 <= XLSXSheet.maximumRowHeight })
  }

  @Test(arguments: 0..<12)
  func generatedPagesAreSoundPackages(seed: Int) throws {
    var generator = FormGenerator(seed: UInt64(1000 + seed))
    #expect(try PackageCheck.faults(in: OfficialPage.workbook(of: [generator.form(), generator.form()]).bytes) == [])
  }
}
