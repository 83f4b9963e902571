import Testing

@testable import Spreadsheet

@Suite struct PartNameTests {
  @Test(arguments: [
    ("xl/workbook.xml", "xl/workbook.xml"), ("/xl/Workbook.XML", "xl/workbook.xml"),
    (#"xl\worksheets\sheet1.xml"#, "xl/worksheets/sheet1.xml"),
    ("xl//a.xml", "xl/a.xml"), ("xl/./a.xml", "xl/a.xml"), ("xl/../a.xml", "a.xml"), ("../../etc/passwd", "etc/passwd"),
    ("xl/sheet%201.xml", "xl/sheet 1.xml"), ("xl/100%.xml", "xl/100%.xml"), ("", ""), ("/", "/"),
  ]) func normalizes(_ name: String, to expected: String) {
    #expect(PartName.normalize(name) == expected)
  }

  @Test(arguments: [
    ("worksheets/sheet1.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"),
    ("/xl/a.xml", "xl/workbook.xml", "xl/a.xml"),
    ("../a.xml", "xl/workbook.xml", "a.xml"), ("xl/workbook.xml", "", "xl/workbook.xml"),
    (#"worksheets\a.xml"#, "xl/w.xml", "xl/worksheets/a.xml"),
    ("a.xml#x", "xl/w.xml", "xl/a.xml"),
  ]) func resolves(_ target: String, from part: String, to expected: String) {
    #expect(PartName.resolve(target, from: part) == expected)
  }

  @Test(arguments: [
    ("xl/a.xml", ["xl/a.xml", "xl/xl/a.xml"]), ("/a.xml", ["a.xml", "xl/a.xml"]), (#"\a.xml"#, ["a.xml", "xl/a.xml"]),
  ]) func guessesWhatIsMeant(_ target: String, _ expected: [String]) {
    #expect(PartName.misread(target, from: "xl/workbook.xml") == expected)
  }

  @Test func relationshipsStandBesideTheirPart() {
    #expect(PartName.relationships(of: "xl/workbook.xml") == "xl/_rels/workbook.xml.rels")
    #expect(PartName.relationships(of: "") == "_rels/.rels")
  }
}
