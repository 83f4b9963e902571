import Testing
import TrackingModel

@testable import Recognition

/// The vocabulary says for each place one thing about each spelling.
@Suite struct VocabularyTests {
  private static let places = [
    Vocabulary.fields, Vocabulary.blocks, Vocabulary.funds, Vocabulary.budgetColumns, Vocabulary.indicatorColumns,
  ]

  @Test(arguments: places)
  func `the spellings of a label are sorted, and each stands there once`(_ entries: Vocabulary.Entries) {
    for (label, words) in entries {
      #expect(
        zip(words, words.dropFirst()).allSatisfy { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) },
        "\(label)")
    }
  }

  @Test(arguments: places)
  func noSpellingStandsForTwoLabels(_ entries: Vocabulary.Entries) {
    var owners: [String: Set<Label>] = [:]
    for (label, words) in entries {
      for word in words { owners[word, default: []].insert(label) }
    }
    #expect(owners.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test(arguments: [
    ("主管预算部门", Label.supervisingDepartment), ("项目执行单位", .implementingUnit), ("项目名称：", .project),
    ("年初设定目标", .goalsExpected), ("相关建议或举措", .correctiveMeasures),
  ])
  func fieldIsFound(_ text: String, _ label: Label) {
    #expect(SynonymIndex()[text].field == label)
  }

  /// Fields of the official form without a synonym, which are read under exactly their labels.
  private static let readByLabelAlone: [FieldKey] = []

  @Test func `every other field of the official form is in the vocabulary`() {
    #expect((FormBuilder.unreadFields.map(\.key) + FormBuilder.unreadOfIndicators.map(\.key)) == Self.readByLabelAlone)
  }

  @Test(arguments: [("权重", true), ("折算系数", true), ("年度指标值", false)])
  func `a field of an indicator is read under its label, where that is no other field's`(label: String, isRead: Bool) {
    let field = IndicatorField("x", .text(\.further["x"]), .line, label: label)
    #expect(FormBuilder.unread([field]) == (isRead ? [field] : []))
  }

  @Test(arguments: [("项目负责人", true), ("备注", true), ("合作单位", true), ("项目名称", false), ("绩效指标", false)])
  func `and so is a field of the form`(label: String, isRead: Bool) {
    let field = FormField("x", .text(\.further["x"]), .line, label: label)
    #expect(FormBuilder.unread([field]) == (isRead ? [field] : []))
  }

  @Test func profileAddsSynonyms() {
    let synonymIndex = SynonymIndex(synonyms: ["project": ["任务名称"], "indicators.name": ["考核内容"]])
    #expect(synonymIndex["任务名称："].field == .project)
    #expect(synonymIndex["考核内容"].indicatorHeading == .name)
    #expect(SynonymIndex()["任务名称"].field == nil)
  }
}
