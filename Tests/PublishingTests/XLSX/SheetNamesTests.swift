import Testing

@testable import Publishing

@Suite struct SheetNamesTests {
  @Test(arguments: [
    ("住宅小区修缮", "住宅小区修缮"), ("a/b:c[1]*?\\", "a b c 1"), ("'引号'", "引号"), ("'\u{200D}引号'\u{301}", "\u{200D}引号'\u{301}"),
    ("", "表"), (" \n\t", "表"),
    ("History", "History(2)"),
    (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
    (String(repeating: "长", count: 30) + "😀", String(repeating: "长", count: 30)), ("a\u{200B}\u{0}b", "ab"),
  ])
  func aNameIsMadeSafe(wish: String, name: String) {
    var names = SheetNames()
    #expect(names.name(for: wish) == name)
    #expect(SheetNames.isSafe(name))
  }

  @Test(arguments: [("台账", "'台账'"), ("a'b", "'a''b'"), ("a'\u{200D}b", "'a''\u{200D}b'")])
  func formulasQuoteAName(name: String, quoted: String) {
    #expect(SheetNames.quoted(name).unicodeScalars.elementsEqual(quoted.unicodeScalars))
  }

  @Test func namesDifferByMoreThanCase() {
    var names = SheetNames()
    let long = String(repeating: "项目", count: 20)
    #expect(["Abc", "ABC", "abc", "abc(2)"].map { names.name(for: $0) } == ["Abc", "ABC(2)", "abc(3)", "abc(2)(2)"])
    #expect(names.name(for: long) == String(long.prefix(31)))
    #expect(names.name(for: long) == String(long.prefix(28)) + "(2)")
  }
}
