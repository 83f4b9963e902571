import TrackingModel

/// The words that a form keeps of labels which are none of the official form's: names of further funds, of further columns, of levels.
///
/// A cell that was taken for a label by where it stands may say anything. What is neither known nor kept has to be named; few forms have
/// such a cell.
struct KeptLabels {
  private let words: Set<String>

  init(_ form: TrackingForm) {
    var words: Set<String> = []
    func keep(_ text: String?) {
      if let text { words.insert(ComparedText.fold(text)) }
    }
    func keep(_ line: BudgetLine?) { for extra in line?.extras ?? [] { keep(extra.label) } }
    keep(form.title)
    for extra in form.extras { keep(extra.label) }
    for fund in Fund.allCases { keep(form.budget[keyPath: fund.keyPath]) }
    for fund in form.budget.additional {
      keep(fund.label)
      keep(fund.line)
    }
    for indicator in form.indicators {
      keep(indicator.level1)
      keep(indicator.level2)
      keep(indicator.name)
      keep(indicator.deviationReason)
      for extra in indicator.extras {
        keep(extra.label)
        keep(extra.text)
      }
    }
    self.words = words
  }

  /// Whether the words of a cell are among them.
  func contain(_ cell: GridCell) -> Bool {
    words.contains(ComparedText.fold(cell.text)) || words.contains(ComparedText.fold(LabelText.printed(cell.text)))
  }
}

extension GridCell {
  /// Whether its words are known, as those of a label are.
  var isKnown: Bool {
    meanings.isKnown || !token.isPlain || level1 != nil || level2 != nil || isTitle || isNone || isOfWhich
  }
}
