import Findings
import Testing

@testable import Spreadsheet

@Suite("Objects on a sheet")
struct SheetObjectsTests {
  private static let sheet = Sheet(
    info: SheetInfo(name: "表"),
    cells: [
      Cell(at: CellReference(row: 0, column: 0), text: "纠偏措施"), Cell(at: CellReference(row: 1, column: 0), text: "可能性"),
    ],
    merges: ["B1:D1", "B2:D2"].compactMap { CellRange($0) })

  private static func object(_ kind: SheetObject.Kind, _ text: String, _ a1: String?) -> SheetObject {
    SheetObject(kind: kind, text: text, cells: a1.flatMap { CellRange($0) })
  }

  @Test func theWordsOfABoxOnAnEmptyCellAreReadThere() {
    let (sheet, findings) = Self.sheet.filled(with: [Self.object(.textBox, "加快施工", "C1:E3")])
    #expect(sheet["B1"]?.text == "加快施工")
    #expect(findings.map(\.rule) == [.textBoxRead])
    #expect(findings.first?.values["cell"] == "B1")
  }

  @Test func checkBoxesOnACellStandSideBySide() {
    let (sheet, findings) = Self.sheet.filled(with: [
      Self.object(.checkBox(isTicked: true), "确定能", "B2:B2"), Self.object(.checkBox(isTicked: false), "有可能", "C2:C2"),
    ])
    #expect(sheet["B2"]?.text == "☑确定能 □有可能")
    #expect(findings.map(\.rule) == [.checkBoxRead])
  }

  @Test(arguments: [
    (object(.textBox, "盖住", "A1:A1"), Rule.textBoxNotRead),
    (object(.checkBox(isTicked: true), "是", "A2:A2"), .checkBoxNotRead),
    (object(.comment, "请核对", "B1:B1"), .commentNotRead), (object(.textBox, "无处", nil), .textBoxNotRead),
  ])
  func whateverIsNotReadIsNamed(object: SheetObject, rule: Rule) {
    let (sheet, findings) = Self.sheet.filled(with: [object])
    #expect(sheet.cells.count == 2)
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.first?.values["found"] == object.text)
  }

  @Test func boxesWithoutWordsSayNothing() {
    #expect(Self.sheet.filled(with: [Self.object(.textBox, " \n", "B1:B1")]).findings.isEmpty)
  }
}
