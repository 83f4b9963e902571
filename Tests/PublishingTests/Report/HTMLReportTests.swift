import Findings
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Publishing

@Suite struct HTMLReportTests {
  @Test(arguments: Language.allCases)
  func thePageIsWellFormedAndSelfContained(language: Language) throws {
    let bytes = try SampleReport.bytes(.html, language: language)
    #expect(XMLParser(data: Data(bytes)).parse())
    let html = String(decoding: bytes, as: UTF8.self)
    for outside in ["http:", "https:", "<script", "<link", "<img", "url("] { #expect(!html.contains(outside)) }
  }

  @Test func textFromInputsIsEscaped() throws {
    let html = String(decoding: try SampleReport.bytes(.html), as: UTF8.self)
    #expect(html.contains("报送/莘庄 &lt;2023&gt;.xlsx"))
    #expect(html.contains("投诉率[31m&lt;b&gt;&amp;”"))
    #expect(!html.contains("\u{1B}"))
  }

  @Test func figuresStandBeforeTheFiles() throws {
    let html = String(decoding: try SampleReport.bytes(.html), as: UTF8.self)
    let summary = try #require(html.range(of: "共 3 个文件、2 张表"))
    let unit = try #require(html.range(of: "<td>房管办事处</td>"))
    let file = try #require(html.range(of: "<h2>报送/莘庄"))
    #expect(summary.lowerBound < unit.lowerBound && unit.lowerBound < file.lowerBound)
  }

  @Test func inputsWithoutFindingsAreOnlyCounted() throws {
    let html = String(decoding: try SampleReport.bytes(.html), as: UTF8.self)
    #expect(!html.contains("好.tsv"))
    #expect(html.contains("坏.xlsx <em>未能读取</em>"))
  }
}
