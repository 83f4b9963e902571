import Foundation
import TrackingModel

/// A form that only the tests know: indicators in blocks below each other, two fields that the official form does not have, other funds, and
/// a page of six columns.
enum ResearchForm {
  static let leader = FormField(
    "leader", .text(\.further["leader"]), .name, label: "项目负责人", isRequired: true, hint: "填写负责人姓名。",
    placeholder: "leader")

  static let weight = IndicatorField("weight", .text(\.further["weight"]), .result, label: "权重", isRequired: true)

  static let grant = Fund("grant", label: "科研拨款")
  static let partners = Fund("partners", label: "其中：合作单位配套")

  static let parts: [FormDefinition.Part] = [
    .group(
      FieldGroup(
        .project, .entity(\.project), label: OfficialLabel.project,
        fields: [TrackingFields.projectCode, TrackingFields.project])),
    .field(leader),
    .budget(BudgetDefinition(label: "经费", unit: "万元", funds: [grant, partners], required: [.initialBudget])),
    .indicators(
      IndicatorDefinition(
        label: "考核指标", fields: [TrackingFields.name, weight, TrackingFields.target, TrackingFields.actual])),
  ]

  /// With its indicators in blocks below each other.
  static let definition = defined(page: inBlocks)
  /// With its indicators in a table.
  static let flat = defined(page: inRows)

  private static func defined(page: PageDefinition) -> FormDefinition {
    FormDefinition(
      FormKind(rawValue: "research"), title: "科研项目绩效跟踪表", titleWords: ["科研项目"], parts: parts, page: page)
  }

  private static let head: [PageDefinition.Block] = [
    .init(rows: [[.init(.field(.title), 0...5, .title)]], isUnbroken: true),
    .init(rows: [
      [.init(.label(OfficialLabel.project), 0...1, .label), .init(.field(.project), 2...5, .prose)],
      [.init(.label("项目负责人"), 0...1, .label), .init(.field("leader"), 2...5, .prose)],
    ]),
  ]

  private static let inBlocks = PageDefinition(
    blocks: head + [
      .init(
        label: "经费 (万元)",
        rows: [grant, partners].map { fund in
          [.init(.label(fund.officialLabel), 1...3, .label), .init(.amount(fund, .initialBudget), 4...5, .amount)]
        }),
      .init(
        label: "考核指标",
        eachIndicator: [
          [.init(.label("指标名称"), 1...2, .label), .init(.indicator(.name), 3...5, .prose)],
          [.init(.label("权重"), 1...2, .label), .init(.indicator("weight"), 3...5, .value)],
          [
            .init(.label("目标"), 1...1, .label), .init(.indicator(.target), 2...3, .value),
            .init(.label("完成"), 4...4, .label), .init(.indicator(.actual), 5...5, .value),
          ],
        ]),
    ], shares: [2, 1, 1, 1, 1, 1])

  private static let inRows = PageDefinition(
    blocks: head + [
      .init(
        label: "预算执行情况 (万元)",
        rows: [
          [.init(.blank, 1...3, .label), .init(.label("年初预算数"), 4...4, .label), .init(.label("执行率(%)"), 5...5, .label)]
        ]
          + [grant, partners].map { fund in
            [
              .init(.label(fund.officialLabel), 1...3, .label), .init(.amount(fund, .initialBudget), 4...4, .amount),
              .init(.amount(fund, .executionRate), 5...5, .amount),
            ]
          }),
      .init(
        label: "绩效指标",
        rows: [
          ["三级指标", "权重", "年度指标值", "跟踪期实际完成值"].enumerated().map { .init(.label($1), ($0 + 1)...($0 + 1), .label) }
        ],
        eachIndicator: [
          [
            .init(.indicator(.name), 1...1, .prose), .init(.indicator("weight"), 2...2, .value),
            .init(.indicator(.target), 3...3, .value), .init(.indicator(.actual), 4...4, .value),
          ]
        ]),
    ], shares: [2, 1, 1, 1, 1, 1])

  static let family = FormFamily([definition] + FormFamily.standard.definitions, usual: .tracking)

  /// A form with every field filled.
  static let form: TrackingForm = {
    var form = TrackingForm(
      title: "科研项目绩效跟踪表", definition: definition, project: NamedEntity(code: "K01", name: "土壤修复研究"))
    form.further["leader"] = "某某某"
    form.budget[keyPath: grant.keyPath] = BudgetLine(initialBudget: 90)
    form.budget[keyPath: partners.keyPath] = BudgetLine(
      initialBudget: 30, extras: [Extra(label: "到账", text: "是", cell: "F7")])
    form.indicators = ["论文", "专利", "样机"].enumerated().map { index, name in
      var indicator = Indicator(
        name: name, target: IndicatorValue(text: "≥\(index + 2)项"), actual: IndicatorValue(text: "\(index)"))
      indicator.further["weight"] = "\(index + 1)0.0"
      return indicator
    }
    return form
  }()
}
