import Testing

@testable import TrackingModel

/// Texts compared and searched by their bytes.
@Suite struct ExactTextTests {
  @Test(arguments: [
    ("跟踪", "跟踪", true), ("跟踪", "跟蹤", false), ("", "", true), ("", "跟", false), ("跟踪表", "跟踪", false),
    // The same to Unicode, and to `String`: é as one scalar and as two.
    ("\u{E9}", "e\u{301}", false),
  ])
  func textsAreEqualByTheirBytes(_ left: String, _ right: String, _ areEqual: Bool) {
    #expect((ExactText(left) == ExactText(right)) == areEqual)
    #expect((Set([ExactText(left), ExactText(right)]).count == 1) == areEqual)
  }

  @Test(arguments: [
    ("项目支出绩效运行监控表", true), ("监控", true), ("1-8月监控情况", true), ("监", false), ("", false), ("监督控制", false),
    // The last bytes are those of the first character of what is looked for.
    ("监监", false), ("监监控", true),
  ])
  func wordsAreFoundAnywhere(_ text: String, _ isThere: Bool) {
    #expect(text.contains(exactly: "监控") == isThere)
  }
}
