import Findings
import Foundation
import Spreadsheet
import Testing

@testable import Conversion

/// What `inspect` says about small files.
@Suite struct InspectionTests {
  private static let form = """
    财政项目支出绩效跟踪表
    跟踪时段：2024年1-8月
    项目名称,219-路灯维护,,备查
    主管部门,浦川区建设局,实施单位,浦川区路灯所
    一级指标,二级指标,三级指标,年度指标值,备注
    产出指标,数量指标,维护路灯,=500(盏),含支路
    填报人：王某
    """

  private static let ledger = """
    项目名称,主管部门,实施单位,跟踪时段,一级指标,二级指标,三级指标,年度指标值,跟踪期实际完成值
    道路保洁,浦川区城管局,浦川区环卫所,2023年1-8月,产出指标,数量指标,保洁面积,≥80(万平方米),80
    垃圾清运,浦川区城管局,浦川区环卫所,2023年1-8月,产出指标,时效指标,清运及时率,=100(%),100
    """

  private func inspect(_ text: String) throws -> Inspection { try Inspection(of: .bytes(Array(text.utf8))) }

  @Test(arguments: [
    ("A1", InspectedSheet.Role.value), ("A2", .labelAndValue), ("A3", .label), ("B3", .value), ("D3", .other),
    ("C5", .label), ("E6", .value), ("A7", .signature),
  ])
  func cellHasItsRole(cell: String, role: InspectedSheet.Role) throws {
    let sheet = try #require(try inspect(Self.form).sheets.first)
    let reference = try #require(CellReference(cell))
    #expect(sheet.roles[reference] == role)
  }

  @Test func everyCellOfAFormHasARole() throws {
    let sheet = try #require(try inspect(Self.form).sheets.first)
    #expect(sheet.use == .form)
    #expect(Set(sheet.roles.keys) == Set(sheet.sheet.cells.map(\.reference)))
  }

  /// What is more than anybody would look at is named as left out, and no cell of it is.
  @Test(arguments: [(0, 0, "not shown"), (4, 5, "the first 5 cells")])
  func rowsBeyondTheLimitAreNotShown(limit: Int, count: Int, words: String) throws {
    let inspection = try Inspection(of: .bytes(Array(Self.form.utf8)), showing: limit)
    #expect(inspection.forms.count == 1)
    #expect(inspection.sheets.map(\.isWhole) == [false])
    let text = InspectionText(of: inspection, in: .english, isColored: false).text
    #expect(text.contains(words), "\(text)")
    #expect(inspection.sheets.map(\.sheet.cells.count) == [count])
    #expect(!text.contains("empty"))
  }

  @Test func ofVeryManyFormsTheFirstAreReadAndItIsSaid() throws {
    let forms = Array(repeating: "{}", count: 60_000).joined(separator: ",")
    let inspection = try inspect(#"{"schema":"tracktable/1","forms":["# + forms + "]}")
    #expect(inspection.forms.count == 50_000)
    #expect(!inspection.hasAllForms)
    #expect(InspectionText(of: inspection, in: .english, isColored: false).text.contains("(at least 49981 forms more)"))
    #expect(String(decoding: inspection.json(in: .english), as: UTF8.self).contains(#""hasAllForms": false"#))
  }

  @Test func ofAFewVeryLargeFormsTheFirstAreReadAndItIsSaid() throws {
    let form =
      #"{"extras":["# + Array(repeating: #"{"label":"栏","text":"值"}"#, count: 50_000).joined(separator: ",") + "]}"
    let inspection = try inspect(Array(repeating: form, count: 11).joined(separator: "\n"))
    #expect(inspection.forms.count == 9)
    #expect(InspectionText(of: inspection, in: .english, isColored: false).text.contains("(at least 1 form more)"))
  }

  @Test func cellOfALedgerHasItsRoleAndItsFields() throws {
    let sheet = try #require(try inspect(Self.ledger).sheets.first)
    #expect(sheet.use == .ledger)
    #expect(sheet.forms == [0, 1])
    let heading = try #require(CellReference("C1"))
    let name = try #require(CellReference("G3"))
    #expect(sheet.roles[heading] == .label)
    #expect(sheet.fields[name] == ["forms[1].indicators[0].name"])
    #expect(sheet.cells(.other).isEmpty)
  }

  @Test func aRowThatSaysAgainWhoseItIsHoldsValues() throws {
    let ledger = Self.ledger + "\n垃圾清运,浦川区城管局,浦川区环卫所,2023年1-8月,效益指标,社会效益指标,整洁程度,提升,提升"
    let sheet = try #require(try inspect(ledger).sheets.first)
    let again = try ["A4", "B4", "D4"].map { try #require(CellReference($0)) }
    #expect(again.map { sheet.roles[$0] } == [.value, .value, .value])
  }

  /// What nobody sees in the sheet is not read, and not shown as if it were.
  @Test(arguments: [("merges-hide-other-values", Rule.cellCovered), ("struck-out-by-the-cells-font", .cellStruckOut)])
  func whatWasNotReadIsNeitherLabelNorValue(fixture: String, rule: Rule) throws {
    let inspection = try Inspection(of: .file(Self.fixtures.appending(path: fixture + ".xlsx").path))
    let findings = (inspection.findings + inspection.forms.flatMap(\.findings)).filter { $0.rule == rule }
    let roles = try #require(inspection.sheets.first).roles
    #expect(!findings.isEmpty)
    for cell in findings.compactMap(\.place.cells?.first) { #expect(roles[cell] == .other, "\(cell.a1)") }
  }

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../fixtures/complaints").standardized

  @Test func codeAndNameStandInTheSameCell() throws {
    let fields = FieldList(of: try #require(try inspect(Self.form).forms.first)).entries
    let cells = ["project.code", "project.name"].map { path in fields.first { $0.path == path }?.cells.map(\.a1) }
    #expect(cells == [["B3"], ["B3"]])
  }

  @Test func mapForMachinesIsJSONWithAllCells() throws {
    let bytes = try inspect(Self.form).json(in: .english)
    let map = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let fields = try #require(map["fields"] as? [String: [String: Any]])
    #expect(fields["forms[0].indicators[0].target"]?["cells"] as? [String] == ["D6"])
    #expect(fields["forms[0].indicators[0].extras[0]"]?["cells"] as? [String] == ["E6"])
    #expect(fields["forms[0].correctiveMeasures"]?["text"] is NSNull)
    let cells = try #require(map["cells"] as? [[String: Any]])
    #expect(cells.count == 20)
    #expect(cells.contains { $0["cell"] as? String == "A7" && $0["role"] as? String == "signature" })
  }

  @Test func gridMarksRolesWithoutColors() throws {
    let text = InspectionText(of: try inspect(Self.form), in: .english, isColored: false).text
    #expect(text.contains("#主管部门"))
    #expect(text.contains("=浦川区路灯所"))
    #expect(text.contains("~填报人：王某"))
    #expect(text.contains("!备查"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func colorsAreSequencesAroundCells() throws {
    let text = InspectionText(of: try inspect(Self.form), in: .chinese, isColored: true).text
    #expect(text.contains("\u{1B}[1;31m!备查"))
  }

  @Test func fileThatIsNoFormIsShownAllTheSame() throws {
    let inspection = try inspect("发票代码,031002300111\n金额,3000.00\n")
    #expect(inspection.refusal?.finding.rule == .notAForm)
    #expect(inspection.sheets.first?.use == .noForm)
    #expect(inspection.sheets.first?.cells(.other).count == 4)
  }
}
