import Findings
import Testing

@testable import Conversion

@Suite("Progress on one line")
struct ProgressLineTests {
  private let half: RunSummary = {
    var summary = RunSummary()
    summary.total = 2000
    summary.files = 1000
    summary.seconds = 10
    summary.failed = 3
    summary.counts.warnings = 20
    return summary
  }()

  @Test(arguments: [
    (100, "[###############---------------] 1000/2000  100/s  剩余 0:10  需人工 3  警告 20"),
    (60, "[#####------] 1000/2000  100/s  剩余 0:10  需人工 3  警告 20"), (45, "1000/2000  100/s  剩余 0:10  需人工 3"),
    (30, "1000/2000  100/s  剩余 0:10"), (12, "1000/2000"), (5, ""),
  ])
  func neverWiderThanTheTerminal(width: Int, expected: String) {
    let line = ProgressLine.text(of: half, width: width, in: .chinese)
    let columns = line.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
    #expect(columns <= width)
    #expect(line == expected)
  }

  @Test func whileStillCounting() {
    var summary = RunSummary()
    summary.files = 7
    #expect(ProgressLine.text(of: summary, width: 80, in: .english) == "7/?")
  }

  @Test func asASentence() {
    #expect(
      ProgressLine.finding(of: half).message(in: .english)
        == "1000/2000 done, 100 files/s, 0:10 left, 3 need a person, 20 warnings.")
  }
}
