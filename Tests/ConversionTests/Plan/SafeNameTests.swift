import Testing

@testable import Conversion

@Suite("Names that every file system takes")
struct SafeNameTests {
  @Test(arguments: [
    ("住宅小区（综合治理）", "住宅小区（综合治理）"), ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"), ("表.", "表"),
    ("  表  ", "表"), ("", "_"), (" . ", "_"), ("CON", "_CON"), ("con.2023", "_con.2023"), ("COM1", "_COM1"),
    ("COMET", "COMET"), ("LPT9.txt", "_LPT9.txt"), ("行\n列\t", "行_列_"), ("e\u{301}", "\u{e9}"),
    ("甲\u{202E}乙", "甲_乙"), ("..", "_"),
  ])
  func component(text: String, expected: String) {
    #expect(SafeName.component(text) == expected)
    #expect(Array(SafeName.component(text).utf8) == Array(expected.utf8))
  }

  @Test func cutsBetweenCharactersAndKeepsTheSuffix() {
    let name = SafeName.component(String(repeating: "项", count: 100), suffix: " (12).xlsx")
    #expect(name == String(repeating: "项", count: 63) + " (12).xlsx")
    #expect(name.utf8.count <= SafeName.maximumBytes)
    let families = SafeName.component(String(repeating: "👨‍👩‍👧", count: 20))
    #expect(families == String(repeating: "👨‍👩‍👧", count: 11))
  }
}

@Suite("Names of outputs")
struct OutputNamesTests {
  @Test func clashesAreNumberedInTheOrderOfTheInputs() {
    var names = OutputNames()
    let wishes = ["a", "A", "b/a", "B/a", "a (2)", "a", "e\u{301}", "\u{e9}"]
    let given = wishes.map { names.claim($0, fileExtension: "xlsx") }
    #expect(
      given == [
        "a.xlsx", "A (2).xlsx", "b/a.xlsx", "B/a (2).xlsx", "a (2) (2).xlsx", "a (3).xlsx", "\u{e9}.xlsx",
        "\u{e9} (2).xlsx",
      ])
  }

  @Test func staysBelowTheOutputFolder() {
    var names = OutputNames()
    #expect(names.claim("../../etc/passwd", fileExtension: "json") == "_/_/etc/passwd.json")
    #expect(names.claim("/srv/a", fileExtension: "json") == "srv/a.json")
  }

  @Test func manyClashesCostNoMoreThanMany() {
    var names = OutputNames()
    var last = ""
    for _ in 0..<20_000 { last = names.claim("跟踪表", fileExtension: "xlsx") }
    #expect(last == "跟踪表 (20000).xlsx")
  }
}
