import TrackingModel
import Testing

@testable import Recognition

/// The texts below 预期目标 and 跟踪期实际完成情况 where no merged cells tell the places.
@Suite struct GoalsTests {
  static let headings = "年度总体目标 | 预期目标 | | | 跟踪期实际完成情况\n"

  @Test(
    "each text belongs to the heading above it",
    arguments: [
      ("| 建成一座桥。 | | | 桥墩已完工。", "建成一座桥。", "桥墩已完工。"),
      ("| 建成一座桥。", "建成一座桥。", nil),
      ("| | | | 桥墩已完工。", nil, "桥墩已完工。"),
      // One empty cell was lost.
      ("建成一座桥。 | | | 桥墩已完工。", "建成一座桥。", "桥墩已完工。"),
      ("建成一座桥。", "建成一座桥。", nil),
    ] as [(String, String?, String?)])
  func inPlaceOrMoved(row: String, expected: String?, actual: String?) {
    let goals = FormTables(goals: Self.headings + row).form().goals
    #expect(goals == Goals(expected: expected, actual: actual))
  }

  /// A label and a text beside it are a row of their own, though the headings above have found no text yet.
  @Test(
    "a row with its own label below empty goals is no goal",
    arguments: ["其他说明事项 | 绿地养护已完成。", "其他说明事项 | 绿地养护已完成。 | | 详见附件。", "\n其他说明事项 | 绿地养护已完成。"])
  func ownRow(row: String) {
    let form = FormTables(goals: Self.headings + row).form()
    #expect(form.goals == Goals())
    #expect(form.extras.first?.label == "其他说明事项")
    #expect(form.extras.first?.text == "绿地养护已完成。")
  }
}
