import Testing

@testable import Findings

@Suite("A limit") struct LimitTests {
  @Test("names the key of a profile that raises it, or says that nothing does", arguments: Limit.all, Language.allCases)
  func words(limit: Limit, language: Language) throws {
    let finding = Refusal.exceeded(limit.name, 1234).finding
    #expect(finding.rule == .fileTooLarge)
    let message = finding.message(in: language)
    let advice = try #require(finding.advice(in: language))
    #expect(message.contains("1234") && message.contains(limit.counted(in: language)))
    if language == .chinese { #expect(!message.contains(limit.name)) }
    if let key = limit.key {
      #expect(advice.contains(key) && advice.contains("limits") && advice.contains("--profile"))
    } else {
      #expect(advice.contains(language.pick("不能放宽", "cannot be raised")))
      #expect(advice.count > language.pick("这个上限不能放宽。", "This limit cannot be raised. ").count, "what to do instead")
    }
  }

  @Test("has a name and a key of its own")
  func names() {
    #expect(Set(Limit.all.map(\.name)).count == Limit.all.count)
    let keys = Limit.all.compactMap(\.key)
    #expect(Set(keys).count == keys.count)
    for key in keys { #expect(key.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil) }
  }

  @Test("of sheets reads as a sentence")
  func sentence() {
    let finding = Refusal.exceeded("sheets", 1000).finding
    #expect(finding.message(in: .chinese) == "文件超出读取上限：工作表个数最多 1000。")
    #expect(finding.message(in: .english) == "The file exceeds a limit: at most 1000 sheets.")
    #expect(finding.values["limit"] == "sheets")
  }
}
