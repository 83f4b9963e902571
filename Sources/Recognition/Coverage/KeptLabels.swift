import TrackingModel

/// The words that a form keeps of labels which are none of the official form's: names of further funds, of further columns, of levels.
///
/// A cell that was taken for a label by where it stands may say anything. What is neither known nor kept has to be named; few forms have
/// such a cell.
struct KeptLabels {
  /// As labels are compared: without 其中 and the colon, without a unit.
  private let words: Set<LabelText.Key>

  init(_ form: TrackingForm) {
    var words: Set<LabelText.Key> = []
    func insert(_ text: String?) {
      if let label = text.flatMap({ LabelText($0) }) { words.formUnion([label.key, label.full]) }
    }
    func insert(_ line: BudgetLine?) { for extra in line?.extras ?? [] { insert(extra.label) } }
    insert(form.title)
    if form.definition.hasOwnPage {
      for block in form.definition.page.blocks {
        insert(block.label)
        for case .label(let label) in (block.rows + block.eachIndicator).joined().map(\.content) { insert(label) }
      }
    }
    for extra in form.extras {
      insert(extra.label)
      // The label of a block, and that of one of its rows.
      for part in extra.label.split(separator: "：") { insert(String(part)) }
    }
    for fund in Fund.allCases { insert(form.budget[keyPath: fund.keyPath]) }
    for fund in form.budget.additional {
      insert(fund.label)
      insert(fund.line)
    }
    for indicator in form.indicators {
      insert(indicator.level1)
      insert(indicator.level2)
      insert(indicator.name)
      insert(indicator.deviationReason)
      for extra in indicator.extras {
        insert(extra.label)
        insert(extra.text)
      }
    }
    self.words = words
  }

  /// Whether the words of a cell are among them.
  func contain(_ cell: GridCell) -> Bool {
    cell.label.map { words.contains($0.key) || words.contains($0.full) } ?? false
  }
}

/// The same of several forms, each looked through when the first cell asks for it.
struct LabelsOfForms {
  private let builders: [FormBuilder]
  private var labels: [Int: KeptLabels] = [:]

  init(_ builders: [FormBuilder]) { self.builders = builders }

  mutating func contain(_ cell: GridCell, of form: Int) -> Bool {
    let own = labels[form] ?? KeptLabels(builders[form].form)
    labels[form] = own
    return own.contain(cell)
  }
}

extension GridCell {
  /// Whether its words are known, as those of a label are.
  var isKnown: Bool {
    meanings.isKnown || !token.isPlain || level1 != nil || level2 != nil || isTitle || isNone || isOfWhich
  }
}
