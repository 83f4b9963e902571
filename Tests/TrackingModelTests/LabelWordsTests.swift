import Testing
import TrackingModel

@Suite struct LabelWordsTests {
  @Test(arguments: [
    "跟踪期|预算数", "年度|资金|总额", "其中：|当年|财政|拨款", "预算|执行|情况 |(万元)", "执行率|(%)", "社会|公众|满意度|指标", "甲乙丙", "",
    "考核|指标", "指标|（万元）|情况", "年度|指标值", "年度|指标", "Q1|预算", "预算）|数量", "(未完", "实施|单位、丙",
  ])
  func linesEndWhereWordsEnd(marked: String) {
    let text = marked.replacing("|", with: "")
    var lines: [Substring] = []
    var start = text.startIndex
    for end in LabelWords.family.ends(in: text) + [text.endIndex] {
      lines.append(text[start..<end])
      start = end
    }
    #expect(lines.joined(separator: "|") == marked)
  }

  @Test func theLongestWordCounts() {
    let words = LabelWords(["指标", "指标值", "值班"])
    #expect(words.ends(in: "指标值班").map { "指标值班".distance(from: "指标值班".startIndex, to: $0) } == [3])
  }
}
