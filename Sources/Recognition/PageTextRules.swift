import Findings

/// What there is to say of text outside of the cells.
extension Rule {
  static let pageTextRules: [Rule] = [pageTextNotRead]

  package static let pageTextNotRead = Rule(
    "page.not-read", .note,
    zh: .init("页眉或页脚里的文字“{found}”没有读取。"),
    en: .init("The page's header or footer says “{found}”, which was not read."))
}
