import Foundation
import TrackingModel

/// What a cell of the official page is bound to in the canonical form.
enum PageField: Hashable {
  case title, period, project, supervisingDepartment, implementingUnit
  case amount(Fund, BudgetColumn)
  case goalsExpected, goalsActual
  case indicator(Int, IndicatorField)
  case budgetCompletion, goalCompletion, correctiveMeasures

  /// The field's name in findings.
  var path: FieldPath {
    switch self {
    case .title: .title
    case .period: "period"
    case .project: "project.name"
    case .supervisingDepartment: "supervisingDepartment.name"
    case .implementingUnit: "implementingUnit.name"
    case .amount(let fund, let column): .budget(fund, column)
    case .goalsExpected: .goalsExpected
    case .goalsActual: .goalsActual
    case .indicator(let index, let field): .indicator(index, field.rawValue)
    case .budgetCompletion: .budgetCompletion
    case .goalCompletion: .goalCompletion
    case .correctiveMeasures: .correctiveMeasures
    }
  }

  /// Whether it is one of an indicator's two levels: words of a list, which a break inside a word spoils.
  var isLevel: Bool {
    switch self {
    case .indicator(_, .level1), .indicator(_, .level2): true
    default: false
    }
  }

  /// What the official form offers to choose from; nil where anything may be written.
  var options: [String]? {
    switch self {
    case .budgetCompletion, .goalCompletion: Likelihood.allCases.map(\.officialText)
    default: nil
    }
  }

  /// What the form has to print there.
  func value(in form: TrackingForm) -> PageValue {
    switch self {
    case .title:
      PageValue(form.kind == .tracking ? form.title ?? OfficialLabel.title : OfficialLabel.title)
    case .period: .text(Self.printed(form.period))
    case .project: PageValue(form.project.printed)
    case .supervisingDepartment: PageValue(form.supervisingDepartment.printed)
    case .implementingUnit: PageValue(form.implementingUnit.printed)
    case .amount(let fund, let column): PageValue(amount: form.budget[keyPath: fund.keyPath]?[keyPath: column.keyPath])
    case .goalsExpected: PageValue(form.goals.expected)
    case .goalsActual: PageValue(form.goals.actual)
    case .indicator(let index, let field):
      form.indicators.indices.contains(index) ? field.value(in: form.indicators[index]) : .blank
    case .budgetCompletion: PageValue(form.assessment.budgetCompletion?.text)
    case .goalCompletion: PageValue(form.assessment.goalCompletion?.text)
    case .correctiveMeasures: PageValue(form.correctiveMeasures)
    }
  }

  /// `跟踪时段：（ 2023-1月 至 2023-8月 ）`, as the seeds print it, with room to write where a month is not known.
  private static func printed(_ period: TrackingPeriod) -> String {
    func month(_ month: YearMonth?) -> String { month.map { "\($0.year)-\($0.month)月" } ?? "　　　　" }
    return "\(OfficialLabel.period)：（ \(month(period.start)) 至 \(month(period.end)) ）"
  }
}

/// A column of the indicator table.
enum IndicatorField: String, CaseIterable {
  case level1, level2, name, target, planned, actual, deviationReason

  /// Its place among all of them, from 0.
  var position: Int {
    switch self {
    case .level1: 0
    case .level2: 1
    case .name: 2
    case .target: 3
    case .planned: 4
    case .actual: 5
    case .deviationReason: 6
    }
  }

  func value(in indicator: Indicator) -> PageValue {
    switch self {
    case .level1: PageValue(indicator.level1)
    case .level2: PageValue(indicator.level2)
    case .name: PageValue(indicator.name)
    case .target: PageValue(indicator.target?.text)
    case .planned: PageValue(result: indicator.planned?.text)
    case .actual: PageValue(result: indicator.actual?.text)
    case .deviationReason: PageValue(indicator.deviationReason)
    }
  }
}

/// What a cell of the official page holds.
enum PageValue: Hashable {
  case blank
  case text(String)
  /// A number by its decimal digits, as short as they are, and the format that shows all of them.
  case number(String, format: String)

  init(_ text: String?) {
    self = text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank
  }

  /// An amount or a rate: a number in `0.00####`, without thousands marks, with more places where it has more. One with more
  /// digits than a spreadsheet keeps is a text.
  init(amount: Decimal?) {
    guard let amount else {
      self = .blank
      return
    }
    let digits = amount.description
    guard Self.significantDigits(digits) <= 15 else {
      self = .text(amount.amountText)
      return
    }
    let places = -amount.exponent
    let format = places <= 6 ? "0.00####" : "0.00" + String(repeating: "#", count: places - 2)
    self = .number(digits, format: format)
  }

  /// A planned or actual value: a number with the places it is given with, where it is written as one (`-?(0|[1-9]\d*)(\.\d+)?`, at
  /// most 15 digits), else a text. `-0.00` stays a text: as a number it would lose its sign.
  init(result text: String?) {
    guard let text, let places = Self.places(text) else {
      self.init(text)
      return
    }
    var digits = text.utf8[...]
    if places > 0 {
      while digits.last == UInt8(ascii: "0") { digits.removeLast() }
      if digits.last == UInt8(ascii: ".") { digits.removeLast() }
    }
    let number = String(Substring(digits))
    self = number == "-0" ? .text(text) : .number(number, format: Self.format(places))
  }

  private static func format(_ places: Int) -> String {
    switch places {
    case 0: "0"
    case 2: "0.00"
    default: "0." + String(repeating: "0", count: places)
    }
  }

  private static func significantDigits(_ number: String) -> Int {
    let leading = number.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    return leading.count { $0 != UInt8(ascii: ".") }
  }

  /// The decimal places of a plainly written number of at most 15 digits; nil for any other text.
  private static func places(_ text: String) -> Int? {
    var digits = 0
    var places: Int?
    var leadingZero = false
    let bytes = text.utf8
    for byte in bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...] {
      switch byte {
      case UInt8(ascii: ".") where digits > 0 && places == nil: places = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if places != nil { places? += 1 } else if leadingZero { return nil }
        if digits == 0 { leadingZero = byte == UInt8(ascii: "0") }
        digits += 1
      default: return nil
      }
    }
    guard digits > 0, digits <= 15, places != 0 else { return nil }
    return places ?? 0
  }
}
