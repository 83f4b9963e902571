import TrackingModel

/// The tables of a store, made from the definitions of the forms that it takes.
///
/// A row belongs to an input, and says so with the first column of its primary key: `file_id`, which is made of the path alone. So rows are
/// the same in whatever order inputs come, and all rows of an input lie together.
struct StoreSchema: Sendable {
  let family: FormFamily
  let form: RecordLayout<TrackingForm>
  let indicator: RecordLayout<Indicator>

  init(_ family: FormFamily = .standard) {
    self.family = family
    form = RecordLayout(family.definitions.usualFirst(family.usual).map { ($0.kind, $0.fields) })
    indicator = RecordLayout(family.definitions.usualFirst(family.usual).map { ($0.kind, $0.indicators.fields) })
  }

  static let fileID = StoreColumn("file_id", "INTEGER NOT NULL", "输入文件的编号，由路径算出")
  static let formNumber = StoreColumn("form_no", "INTEGER NOT NULL", "文件里的第几张表，从 1 起")
  private static let ofFile = "FOREIGN KEY (\"file_id\") REFERENCES \"file\" (\"file_id\") ON DELETE CASCADE"
  private static let ofForm =
    "FOREIGN KEY (\"file_id\", \"form_no\") REFERENCES \"form\" (\"file_id\", \"form_no\") ON DELETE CASCADE"

  var tables: [StoreTable] { owned + [documentation] }

  /// The tables with the rows of inputs: what is referred to comes before what refers to it.
  var owned: [StoreTable] { [file, forms, budgetLine, indicators, extra, finding, sourceCell] }

  let file = StoreTable(
    "file", "输入文件，一个路径一行",
    [
      StoreColumn("file_id", "INTEGER PRIMARY KEY", "输入文件的编号，由路径算出"),
      StoreColumn("path", "TEXT NOT NULL UNIQUE", "运行时给出的路径"),
      StoreColumn("name", "TEXT NOT NULL", "表里记的文件名"),
      StoreColumn("sha256", "TEXT", "内容的 SHA-256；读不了的为空"),
      StoreColumn("size", "INTEGER NOT NULL", "字节数"),
      StoreColumn(
        "outcome", "TEXT NOT NULL CHECK (\"outcome\" IN ('done', 'refused'))", "done 读出了表；refused 没有读，原因见 finding"),
      StoreColumn("form_count", "INTEGER NOT NULL", "读出几张表"),
      StoreColumn("settings", "TEXT NOT NULL", "读取时的程序版本、选项和配置"),
    ], constraints: [], indexes: [["sha256"]])

  var forms: StoreTable {
    StoreTable(
      "form", "表，一张一行",
      [Self.fileID, Self.formNumber, StoreColumn("kind", "TEXT NOT NULL", "表的种类", path: "kind")] + form.columns
        + Self.counts + Self.source,
      constraints: ["PRIMARY KEY (\"file_id\", \"form_no\")", Self.ofFile],
      indexes: [["supervising_department_name"], ["project_name"]].filter { names in
        form.columns.contains { $0.name == names[0] }
      })
  }

  static let counts = [
    StoreColumn("error_count", "INTEGER NOT NULL", "错误几条"), StoreColumn("warning_count", "INTEGER NOT NULL", "警告几条"),
    StoreColumn("note_count", "INTEGER NOT NULL", "说明几条"),
  ]

  static let source = [
    StoreColumn("source_file", "TEXT", "表出自的文件", path: "source.file"),
    StoreColumn("source_sha256", "TEXT", "该文件的 SHA-256", path: "source.sha256"),
    StoreColumn("source_sheet", "TEXT", "工作表", path: "source.sheet"),
    StoreColumn("source_cells", "TEXT", "单元格区域", path: "source.cells"),
  ]

  let budgetLine = StoreTable(
    "budget_line", "预算执行情况，一行资金一行；金额为十进制文本，万元",
    [
      fileID, formNumber, StoreColumn("line_no", "INTEGER NOT NULL", "第几行，从 1 起"),
      StoreColumn("fund", "TEXT", "资金行的代号，如 total；表上另加的行为空", path: "budget"),
      StoreColumn("label", "TEXT NOT NULL", "资金名称"),
      StoreColumn("part_of", "TEXT", "另加的行属于哪一行；为空则计入总额", path: "budget.additional[].partOf"),
    ]
      + BudgetColumn.allCases.map { column in
        StoreColumn(
          StoreColumn.name(of: column.rawValue), "TEXT", column.officialLabel, path: "budget.*." + column.rawValue)
      }, constraints: ["PRIMARY KEY (\"file_id\", \"form_no\", \"line_no\")", ofForm], isSorted: true)

  var indicators: StoreTable {
    StoreTable(
      "indicator", "绩效指标，一条一行",
      [Self.fileID, Self.formNumber, StoreColumn("indicator_no", "INTEGER NOT NULL", "第几条，从 1 起")] + indicator.columns,
      constraints: ["PRIMARY KEY (\"file_id\", \"form_no\", \"indicator_no\")", Self.ofForm])
  }

  let extra = StoreTable(
    "extra", "表上有而官方表没有的内容：属于表、资金行或指标",
    [
      fileID, formNumber, StoreColumn("extra_no", "INTEGER NOT NULL", "表里的第几条，从 1 起"),
      StoreColumn("line_no", "INTEGER", "所属的资金行；不属于资金行为空"),
      StoreColumn("indicator_no", "INTEGER", "所属的指标；不属于指标为空"),
      StoreColumn("label", "TEXT NOT NULL", "名目", path: "extras[].label"),
      StoreColumn("text", "TEXT NOT NULL", "内容", path: "extras[].text"),
      StoreColumn("cell", "TEXT", "单元格", path: "extras[].cell"),
    ],
    constraints: [
      "PRIMARY KEY (\"file_id\", \"form_no\", \"extra_no\")", ofForm,
      "FOREIGN KEY (\"file_id\", \"form_no\", \"line_no\") REFERENCES \"budget_line\" (\"file_id\", \"form_no\", \"line_no\")"
        + " ON DELETE CASCADE",
      "FOREIGN KEY (\"file_id\", \"form_no\", \"indicator_no\") REFERENCES \"indicator\""
        + " (\"file_id\", \"form_no\", \"indicator_no\") ON DELETE CASCADE",
    ])

  let finding = StoreTable(
    "finding", "发现的问题，一条一行",
    [
      fileID, StoreColumn("finding_no", "INTEGER NOT NULL", "文件里的第几条，从 1 起"),
      StoreColumn("form_no", "INTEGER", "所属的表；说的是整个文件则为空"),
      StoreColumn("rule", "TEXT NOT NULL", "规则名，见 Rules.md"),
      StoreColumn(
        "severity", "TEXT NOT NULL CHECK (\"severity\" IN ('error', 'warning', 'note'))", "error 错误，warning 警告，note 说明"),
      StoreColumn("message", "TEXT NOT NULL", "说的是什么"),
      StoreColumn("advice", "TEXT", "该怎么办"),
      StoreColumn("member", "TEXT", "压缩包等里的哪个文件；就是输入文件则为空"),
      StoreColumn("sheet", "TEXT", "工作表"), StoreColumn("cells", "TEXT", "单元格"),
      StoreColumn("field", "TEXT", "表的哪一项，如 indicators[3].actual"),
      StoreColumn("part", "TEXT", "文件包里的部件"), StoreColumn("line", "INTEGER", "行"),
      StoreColumn("column", "INTEGER", "列"), StoreColumn("byte_offset", "INTEGER", "字节偏移"),
      StoreColumn("values", "TEXT NOT NULL", "填进句子的值，JSON"),
    ], constraints: ["PRIMARY KEY (\"file_id\", \"finding_no\")", ofFile, ofForm], indexes: [["rule"]])

  let sourceCell = StoreTable(
    "source_cell", "每一项从哪个单元格读来（工作表见 form.source_sheet）",
    [
      fileID, formNumber, StoreColumn("field", "TEXT NOT NULL", "表的哪一项，如 budget.total.periodBudget"),
      StoreColumn("cell", "TEXT NOT NULL", "单元格，如 F6"),
    ], constraints: ["PRIMARY KEY (\"file_id\", \"form_no\", \"field\", \"cell\")", ofForm], isSorted: true)

  let documentation = StoreTable(
    "documentation", "每个表、视图和列的说明",
    [
      StoreColumn("table", "TEXT NOT NULL", "表或视图"), StoreColumn("column", "TEXT NOT NULL", "列；整个表或视图为 *"),
      StoreColumn("label", "TEXT NOT NULL", "说明，表上的项目即其名称"),
      StoreColumn("path", "TEXT", "canonical JSON 里的位置"),
    ], constraints: ["PRIMARY KEY (\"table\", \"column\")"], isSorted: true)

  /// The rows of `documentation`.
  var documented: [(table: String, column: String, label: String, path: String?)] {
    tables.flatMap { table in
      [(table.name, "*", table.label, nil)] + table.columns.map { (table.name, $0.name, $0.label, $0.path) }
    } + StoreView.all(of: self).map { ($0.name, "*", $0.label, nil) }
  }
}

extension [FormDefinition] {
  /// So that the columns of the usual form come first.
  fileprivate func usualFirst(_ usual: FormDefinition) -> [FormDefinition] { [usual] + filter { $0 != usual } }
}
