import Findings
import Spreadsheet

/// The words around an inspection, in both languages.
struct InspectionWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private func pick(_ chinese: String, _ english: String) -> String { language.pick(chinese, english) }

  func sheet(_ sheet: InspectedSheet) -> String {
    let name = sheet.sheet.info.name ?? pick("文本", "text")
    let range = CellRange(around: sheet.sheet.cells.map(\.reference))?.a1 ?? (sheet.isWhole ? pick("空", "empty") : "…")
    let use: String =
      switch sheet.use {
      case .form: pick("\(sheet.forms.count) 张表", forms(sheet.forms.count))
      case .ledger: pick("台账，\(sheet.forms.count) 个项目", "a ledger, \(forms(sheet.forms.count))")
      case .noForm: pick("没有表", "no form")
      case .skipped: pick("未读取", "not read")
      }
    return "== \(name) · \(range) · \(use)"
  }

  private func forms(_ count: Int) -> String { count == 1 ? "1 form" : "\(count) forms" }

  var legend: String {
    pick(
      "   # 标签  = 值  #= 标签和值  ~ 签章、注释、说明  ! 不属于任何字段",
      "   # label  = value  #= both  ~ signature, note, instruction  ! of no field")
  }

  func form(_ number: Int, sheet: String?) -> String {
    let place = sheet.map { " · \($0)" } ?? ""
    return pick("-- 第 \(number) 张表", "-- form \(number)") + place
  }

  func moreForms(_ count: Int) -> String { pick("（另有 \(count) 张表未列出）", "(\(forms(count)) more)") }
  func moreFormsAtLeast(_ count: Int) -> String {
    pick("（至少另有 \(count) 张表未列出）", "(at least \(forms(count)) more)")
  }
  func moreRows(_ count: Int) -> String { pick("   （另有 \(count) 行）", "   (\(count) more rows)") }
  func sheetIsCut(_ count: Int) -> String { pick("   （仅显示前 \(count) 个单元格）", "   (the first \(count) cells)") }
  var sheetIsLeftOut: String { pick("   （没有显示：前面的工作表已很大）", "   (not shown: the sheets before it are large)") }
  var unaccounted: String { pick("-- 不属于任何字段的单元格", "-- cells of no field") }
  var nothingUnaccounted: String { pick("-- 所有单元格都有归属", "-- every cell belongs to a field") }
  var findings: String { pick("-- 说明与问题", "-- findings") }

  func role(_ role: InspectedSheet.Role) -> String {
    switch role {
    case .value: pick("值", "value")
    case .label: pick("标签", "label")
    case .labelAndValue: pick("标签和值", "label and value")
    case .signature: pick("签章", "signature")
    case .note: pick("注释", "note")
    case .instruction: pick("说明", "instruction")
    case .other: pick("其他", "other")
    }
  }
}
