import TrackTable

// A form that TrackTable has not heard of: defined here, drawn, and read back by its labels.

/// Two fields and a table of indicators on a page of six columns.
enum Research {
  static let leader = FormField(
    "leader", .text(\.further["leader"]), .name, label: "项目负责人", isRequired: true, hint: "填写负责人姓名。")

  static let definition = FormDefinition(
    FormKind(rawValue: "research"), title: "科研项目绩效跟踪表", titleWords: ["科研项目"],
    parts: [
      .group(
        FieldGroup(
          .project, .entity(\.project), label: OfficialLabel.project,
          fields: [TrackingFields.projectCode, TrackingFields.project])),
      .field(leader),
      .indicators(
        IndicatorDefinition(
          label: OfficialLabel.indicators, fields: [TrackingFields.name, TrackingFields.target, TrackingFields.actual])),
    ],
    page: page)

  private static let page = PageDefinition(
    blocks: [
      .init(rows: [[.init(.field(.title), 0...5, .title)]], isUnbroken: true),
      .init(rows: [
        [.init(.label(OfficialLabel.project), 0...1, .label), .init(.field(.project), 2...5, .prose)],
        [.init(.label("项目负责人"), 0...1, .label), .init(.field("leader"), 2...5, .prose)],
      ]),
      .init(
        label: OfficialLabel.indicators,
        rows: [
          [OfficialLabel.level3, OfficialLabel.target, OfficialLabel.actual].enumerated()
            .map { .init(.label($1), ($0 + 1)...($0 + 1), .label) }
        ],
        eachIndicator: [
          [
            .init(.indicator(.name), 1...1, .prose), .init(.indicator(.target), 2...2, .value),
            .init(.indicator(.actual), 3...3, .value),
          ]
        ]),
    ], shares: [2, 2, 2, 2, 1, 1])
}

var form = TrackingForm(definition: Research.definition, project: NamedEntity(name: "土壤修复研究"))
form.title = Research.definition.title
form.further["leader"] = "某某某"
form.indicators = [Indicator(name: "论文", target: IndicatorValue(text: "≥2篇"), actual: IndicatorValue(text: "3"))]

let workbook = try OfficialPage.workbook(of: [form]).bytes

var settings = RecognitionSettings()
settings.family = FormFamily([Research.definition] + FormFamily.standard.definitions, usual: .tracking)
_ = try Recognizer(settings: settings).recognize(Workbooks.open(bytes: workbook)) { recognized in
  print(recognized.form.kind, recognized.form.further["leader"] ?? "", recognized.sources["leader"].map(\.a1))
  print(recognized.form.withoutSource == form ? "the same form" : "another form")
}
