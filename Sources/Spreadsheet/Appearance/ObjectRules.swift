import Findings

/// What there is to say of text boxes, check boxes and comments, which stand above the cells.
extension Rule {
  static let objectRules: [Rule] = [
    textBoxRead, checkBoxRead, textBoxNotRead, checkBoxNotRead, commentNotRead, drawingUnreadable,
  ]

  package static let textBoxRead = Rule(
    "object.text-box-read", .warning,
    zh: .init("盖在空单元格上的文本框里写着“{found}”，按填在 {cell} 读取。", advice: "请核对，最好把文字直接填进单元格。"),
    en: .init(
      "A text box on the empty cell {cell} says “{found}”, which was read as its text.",
      advice: "Check it; type it into the cell if you can."))

  package static let checkBoxRead = Rule(
    "object.check-box-read", .warning,
    zh: .init("{cell} 是空的，上面的复选框读作“{found}”。", advice: "请核对，最好在单元格里填写文字。"),
    en: .init(
      "The cell {cell} is empty; the check boxes on it were read as “{found}”.",
      advice: "Check it; type it into the cell if you can."))

  package static let textBoxNotRead = Rule(
    "object.text-box-not-read", .warning,
    zh: .init("文本框里的文字“{found}”不在单元格中，没有读取。", advice: "如果是表的内容，请填进单元格。"),
    en: .init(
      "The text box “{found}” is in no cell and was not read.",
      advice: "If it belongs to the form, type it into a cell."))

  package static let checkBoxNotRead = Rule(
    "object.check-box-not-read", .warning,
    zh: .init("复选框“{found}”不在空单元格上，没有读取。", advice: "如果是表的内容，请填进单元格。"),
    en: .init(
      "The check box “{found}” is not on an empty cell and was not read.",
      advice: "If it belongs to the form, type it into a cell."))

  package static let commentNotRead = Rule(
    "object.comment-not-read", .note,
    zh: .init("批注“{found}”没有读取。"),
    en: .init("The comment “{found}” was not read."))

  package static let drawingUnreadable = Rule(
    "object.unreadable", .warning,
    zh: .init("表上的图形（{found}）有错误，没有读完，其中的文本框或复选框可能没有读到。", advice: "请核对，最好把文字直接填进单元格。"),
    en: .init(
      "The drawing {found} is faulty and was not read to its end; text boxes or check boxes may be missing.",
      advice: "Check it; type their texts into cells if you can."))
}
