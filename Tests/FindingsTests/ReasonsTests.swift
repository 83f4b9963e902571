import Testing

@testable import Findings

@Suite struct ReasonsTests {
  @Test(arguments: [
    ("Permission denied", "没有权限"), ("Not a zip archive", "不是压缩包"), ("end tag without its start", "结束标签没有对应的开始标签"),
    ("Zlib error: data error", "解压出错"), ("signal 9", "信号 9"), ("errno 4095", "错误号 4095"), ("Something new", "原因不明"),
    ("第 3 行", "第 3 行"), ("12", "12"),
  ])
  func areSaidInChinese(english: String, chinese: String) {
    #expect(Reasons.inChinese(english) == chinese)
  }

  @Test func aMessageHasNoEnglishReason() {
    let rule = Rule(
      "file.example", .error, zh: .init("文件无法读取：{reason}。"), en: .init("The file cannot be read: {reason}."))
    let finding = Finding(rule, ["reason": "Permission denied"])
    #expect(finding.message(in: .chinese) == "文件无法读取：没有权限。")
    #expect(finding.message(in: .english) == "The file cannot be read: Permission denied.")
  }
}
