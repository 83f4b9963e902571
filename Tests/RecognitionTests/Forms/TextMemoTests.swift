import Synchronization
import Testing

@testable import Recognition

/// What was found out about a text is found out once, as far as there is space.
@Suite final class TextMemoTests: Sendable {
  private let asked = Mutex<[String]>([])

  private func length(_ text: String) -> Int {
    asked.withLock { $0.append(text) }
    return text.count
  }

  private var questions: [String] { asked.withLock { $0 } }

  @Test func aTextIsLookedAtOnce() {
    let memo = TextMemo<Int>()
    #expect(memo.value(of: "项目名称", length) == 4)
    #expect(memo.value(of: "主管部门：", length) == 5)
    #expect(memo.value(of: "项目名称", length) == 4)
    #expect(questions == ["项目名称", "主管部门："])
  }

  @Test func aLongTextIsNotKept() {
    let memo = TextMemo<Int>(maximumBytes: 6)
    for _ in 1...2 { #expect(memo.value(of: "年度目标", length) == 4) }
    for _ in 1...2 { #expect(memo.value(of: "年度", length) == 2) }
    #expect(questions == ["年度目标", "年度目标", "年度"])
  }

  @Test func itBeginsAnewWhenItIsFull() {
    let memo = TextMemo<Int>(maximumCount: 2)
    for text in ["一", "二", "二", "三", "一"] { #expect(memo.value(of: text, length) == 1) }
    #expect(questions == ["一", "二", "三", "一"])
  }

  @Test func manyThreadsMayAsk() async {
    let memo = TextMemo<Int>(maximumCount: 8)
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<500).allSatisfy { memo.value(of: String($0 % 12 + task), \.count) == String($0 % 12 + task).count }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
