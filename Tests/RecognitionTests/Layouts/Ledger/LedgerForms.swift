import TrackingModel

/// The forms of a ledger, each with a key of its own, and how it says which months they track.
enum LedgerForms {
  static func make(_ choices: Choices, _ layout: LedgerLayout) -> [TrackingForm] {
    var forms: [TrackingForm] = []
    for number in 0..<choices.pick("forms", [1, 2, 3, 5]) {
      let own = choices.within("form \(number)")
      var form = RandomForm.make(own)
      form.project.name? += "（\(number + 1)标）"
      if layout.hasIndicators, own.chance("no indicators", oneIn: 12) { form.indicators = [] }
      if let first = forms.first { share(first, with: &form, isSecond: number == 1, layout, own) }
      if layout.period == .headingAndYear {
        form.period.start = form.period.end.flatMap { YearMonth(year: $0.year, month: 1) }
      }
      forms.append(form)
    }
    return forms
  }

  /// Gives the form what all forms of the ledger have in common, or have now and then.
  private static func share(
    _ first: TrackingForm, with form: inout TrackingForm, isSecond: Bool, _ layout: LedgerLayout, _ choices: Choices
  ) {
    switch layout.period {
    case .title: form.period = first.period
    case .headingAndYear:
      form.period.end = form.period.end.flatMap { end in
        first.period.end.flatMap { YearMonth(year: end.year, month: $0.month) }
      }
    case .column, .ends, .monthsAndYear:
      // The same project once more, tracked over other months.
      guard isSecond, choices.chance("same project", oneIn: 4), form.period.end != first.period.end else { break }
      form.project = first.project
      form.implementingUnit = first.implementingUnit
      return
    }
    // The same project once more, of another unit.
    if isSecond, choices.chance("same project of another unit", oneIn: 6),
      form.implementingUnit.name != first.implementingUnit.name
    {
      form.project = first.project
    }
  }

  /// What stands in a column that says when.
  static func ink(
    _ column: LedgerLayout.Column, _ period: TrackingPeriod, keepsNumbers: Bool, _ layout: LedgerLayout,
    _ choices: Choices
  ) -> Ink? {
    guard let start = period.start, let end = period.end else { return nil }
    switch column {
    case .year: return Ink("\(end.year)" + choices.pick("year", ["", "年", "年度"]))
    case .firstMonth: return DateInk.ink(start, isEnd: false, keepsNumbers: keepsNumbers, choices.within("first"))
    case .lastMonth: return DateInk.ink(end, isEnd: true, keepsNumbers: keepsNumbers, choices.within("last"))
    case .period where layout.period == .monthsAndYear: return Ink("\(start.month)-\(end.month)月")
    case .period: return Ink(PeriodWords.pick(start, end, choices))
    default: return nil
    }
  }
}
