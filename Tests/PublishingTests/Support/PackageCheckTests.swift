import Testing
import TrackingModel

@testable import Publishing

/// The check itself: a sound package broken in one place is caught in that place.
@Suite struct PackageCheckTests {
  @Test(arguments: [
    ("xl/worksheets/sheet1.xml", "ref=\"A1:H1\"", "ref=\"A1:H2\"", "A2:H2 overlaps A1:H2"),
    ("xl/worksheets/sheet1.xml", "t=\"s\"><v>0</v>", "t=\"s\"><v>999</v>", "A1 has string 999"),
    ("xl/worksheets/sheet1.xml", "<c r=\"A1\" s=\"1\"", "<c r=\"A1\" s=\"99\"", "A1 has style 99"),
    ("xl/worksheets/sheet1.xml", "<v>6883.62</v>", "<v>NAN</v>", "E6 is NAN"),
    ("xl/worksheets/sheet1.xml", "</sheetData>", "", "not well-formed"),
    (
      "xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/sheet9.xml",
      "worksheets/sheet9.xml does not exist"
    ),
    (
      "[Content_Types].xml", "/xl/sharedStrings.xml", "/xl/strings.xml",
      "/xl/strings.xml: has a type and does not exist"
    ),
    ("xl/workbook.xml", "r:id=\"rId1\"", "r:id=\"rId77\"", "rId77 is no relationship"),
    ("xl/styles.xml", "fontId=\"1\"", "fontId=\"44\"", "fontId out of range"),
  ])
  func aFaultIsFound(part: String, sound: String, broken: String, fault: String) throws {
    var package = try WrittenPackage(OfficialPage.workbook(of: [SamplePages.first]).bytes)
    #expect(PackageCheck.faults(in: package) == [])
    let text = package.text(part)
    try #require(text.contains(sound))
    package.parts[part] = Array(text.replacing(sound, with: broken, maxReplacements: 1).utf8)
    let found = PackageCheck.faults(in: package)
    #expect(found.contains { $0.contains(fault) }, "\(found)")
  }
}
