import Testing
import TrackingModel

@testable import Conversion

extension OutputFormat {
  /// The indicators of all forms as a table of Markdown.
  static let markdown = OutputFormat(
    "md", name: "Markdown", mediaType: "text/markdown; charset=utf-8", isLedger: true,
    texts: FormTexts(head: line(columns.map(\.label)) + line(columns.map { _ in "---" })) { form in
      form.indicators.flatMap { indicator in line(columns.map { $0.text(in: indicator) ?? "" }) }
    })

  private static let columns = FormDefinition.tracking.indicators.fields

  private static func line(_ cells: [String]) -> [UInt8] {
    let escaped = cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: "<br>") }
    return Array("| \(escaped.joined(separator: " | ")) |\n".utf8)
  }
}

/// A format that only this test knows: its declaration is all that there is of it.
@Suite struct MarkdownOutputTests {
  private static let forms = [
    TrackingForm(indicators: [Indicator(level1: "产出指标", name: "甲|乙", target: IndicatorValue(text: "≥3"))]),
    TrackingForm(indicators: [Indicator(name: "丙", deviationReason: "一\n二")]),
  ]
  private static let head = """
    | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析 |
    | --- | --- | --- | --- | --- | --- | --- |

    """

  @Test func `forms are published in it`() throws {
    let text = String(decoding: try Publisher(.markdown).publish(Self.forms).bytes, as: UTF8.self)
    #expect(text == Self.head + "| 产出指标 |  | 甲\\|乙 | ≥3 |  |  |  |\n|  |  | 丙 |  |  |  | 一<br>二 |\n")
    #expect(String(decoding: try Publisher(.markdown).publish([]).bytes, as: UTF8.self) == Self.head)
  }

  @Test func `a run gathers forms in it, piece by piece`() throws {
    var settings = RunSettings()
    settings.format = .markdown
    let sink = MemorySink()
    let outlet = try CombiningOutlet(settings, to: sink)
    for (number, form) in Self.forms.enumerated() {
      let order = InOrder(folder: "/tmp")
      try order.hold(.piece, OutputFormat.markdown.piece(of: form), of: 0)
      order.finish(Job(ordinal: 0, input: InputFile(path: [], name: "\(number)")), FileResult(.done))
      _ = try outlet.conclude(try #require(order.dequeue()))
    }
    _ = try outlet.finish()
    #expect(sink.bytes == (try Publisher(.markdown).publish(Self.forms).bytes))
  }
}
