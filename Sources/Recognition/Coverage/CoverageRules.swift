import Findings

/// What cells are that belong to no field of a form.
extension Rule {
  static let coverageRules: [Rule] = [
    hiddenCellsRead, cellsAreSignature, cellsAreNote, cellsAreInstruction, cellsAreOther, cellsAreBlank,
    cellsAreRowNumbers, cellsSayNothing, manyOtherCells,
  ]

  package static let hiddenCellsRead = Rule(
    "form.hidden", .note,
    zh: .init("{range} 所在的行或列是隐藏的，已照常读取。"),
    en: .init("{range} is in a hidden row or column and was read all the same."))

  package static let cellsAreSignature = Rule(
    "form.signature", .note,
    zh: .init("{range} 是签章栏（{found}），不属于表的内容。"),
    en: .init("{range} is for signatures ({found}) and does not belong to the form's content."))

  package static let cellsAreNote = Rule(
    "form.note", .note,
    zh: .init("{range} 是注释（{found}），不属于表的内容。"),
    en: .init("{range} is a note ({found}) and does not belong to the form's content."))

  package static let cellsAreInstruction = Rule(
    "form.instruction", .note,
    zh: .init("{range} 是填表说明（{found}），不属于表的内容。"),
    en: .init("{range} is an instruction ({found}) and does not belong to the form's content."))

  package static let cellsAreOther = Rule(
    "form.other-cells", .note,
    zh: .init("{range} 的内容（{found}）不属于任何栏目，没有读取。", advice: "如果是表的内容，请填到对应的栏目里。"),
    en: .init(
      "{range} belongs to no field ({found}) and was not read.",
      advice: "If it is part of the form, type it into its field."))

  package static let cellsAreBlank = Rule(
    "form.blank-cells", .note,
    zh: .init("{range} 内有 {count} 个单元格只有空格。"),
    en: .init("{count} cells in {range} hold nothing but white space."))

  package static let cellsAreRowNumbers = Rule(
    "form.row-numbers", .note,
    zh: .init("{range} 是序号，不属于表的内容。"),
    en: .init("{range} numbers the rows and does not belong to the form's content."))

  package static let cellsSayNothing = Rule(
    "form.empty-words", .note,
    zh: .init("{range} 内有 {count} 个单元格写着“{found}”一类表示空值的字样，按空白读取。"),
    en: .init("{count} cell(s) in {range} hold a word for nothing such as “{found}” and were read as blank."))

  package static let manyOtherCells = Rule(
    "form.many-other-cells", .warning,
    zh: .init("{count} 个单元格里有 {other} 个不属于任何栏目。", advice: "请核对表格式样；可以用 inspect 命令查看读取结果，在配置文件的 synonyms 中补充栏目的其他叫法。"),
    en: .init(
      "{other} of {count} cells belong to no field.",
      advice: "Look at the file with the inspect command, or add labels in a profile."))
}
