import Findings
import Testing

@testable import Spreadsheet

@Suite("Garbled text")
struct MojibakeTests {
  @Test(
    "UTF-8 once read as GBK is named, with what it was",
    arguments: [
      // With the characters of private use that code page 936 has for odd pairs, and with what other programs put in their place.
      "椤圭洰鍚嶇О,涓荤\u{E178}閮ㄩ棬,骞村害鎬讳綋鐩\u{E1BD}爣", "椤圭洰鍚嶇О,涓荤?閮ㄩ棬,骞村害鎬讳綋鐩?爣",
      "椤圭洰鍚嶇О,涓荤閮ㄩ棬,骞村害鎬讳綋鐩爣",
    ])
  func garbled(text: String) throws {
    let mojibake = try #require(Mojibake(in: text))
    #expect(mojibake.found == "椤圭洰鍚嶇О")
    #expect(mojibake.expected == "项目名称")
  }

  @Test("is said of the file")
  func finding() throws {
    let workbook = try TextWorkbook.open(.bytes(Array("椤圭洰,鍗曚綅\n".utf8)))
    #expect(workbook.findings.contains { $0.rule == .textMojibake && $0.values["expected"] == "项目" })
  }

  @Test(
    "Chinese text is not",
    arguments: [
      "项目名称,主管部门", "联通,移动", "住宅小区（综合治理）修缮工程\t上海市莘庄工业区(汇总)", "对园区19个小区进行修缮等工程，提升小区居住环境", "及时", "abc",
      "",
    ])
  func genuine(text: String) {
    #expect(Mojibake(in: text) == nil)
  }
}
