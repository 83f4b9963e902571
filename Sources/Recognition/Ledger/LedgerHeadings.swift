import TrackingModel

/// Tells what the columns of a ledger hold from the words of their headings.
///
/// A column's path is the words above it, outermost first: 预算执行情况, 年度资金总额, 年初预算数 where the header has three rows. One heading may
/// name a fund row and a number of it at once: 年度资金总额·年初预算数(万元), 年初预算数（财政拨款）.
struct LedgerHeadings {
  let synonymIndex: SynonymIndex

  private static let own: [String: LedgerColumn] = Dictionary(
    LedgerColumn.all.map { ($0.heading, $0) }, uniquingKeysWith: { first, _ in first })

  /// The roles of all columns, from the left.
  ///
  /// - Parameter hidden: Positions of hidden columns, which do not count before visible ones of the same role.
  func roles(of paths: [[String]], hidden: Set<Int> = []) -> [LedgerRole] {
    let nameIndex = paths.firstIndex { path in path.last.map { synonymIndex[$0].indicatorHeading == .name } ?? false }
    var levelIndex = nameIndex
    for (index, path) in paths.enumerated() where nameIndex != nil {
      let label = path.last.flatMap { synonymIndex[$0].indicatorHeading }
      if label == .level1 || label == .level2 { levelIndex = min(index, levelIndex ?? index) }
    }
    let namesUnit = paths.contains { path in path.last.map { synonymIndex[$0].field == .implementingUnit } ?? false }
    let unknownFunds = unknownFunds(paths)
    var roles: [Int: LedgerRole] = [:]
    var taken: Set<LedgerRole> = []
    for index in paths.indices.filter({ !hidden.contains($0) }) + hidden.sorted() {
      let path = paths[index]
      let isAmongIndicators = levelIndex.map { index >= $0 } ?? false
      var role = role(of: path, unknownFunds, isAmongIndicators: isAmongIndicators)
      // 实际完成情况 heads the indicators' values and the goals'.
      if taken.contains(role), role.isOfIndicator, let other = path.last.flatMap(fieldRole) { role = other }
      if role == .column(.implementingUnit), namesUnit, path.last.map({ synonymIndex[$0].field }) != .implementingUnit {
        role = extra(path, isAmongIndicators: isAmongIndicators)
      }
      // A second column for the same thing is kept, but does not overwrite the first.
      if !role.isUnknown, !taken.insert(role).inserted {
        role = extra(path, isAmongIndicators: isAmongIndicators)
      }
      roles[index] = role
    }
    return paths.indices.compactMap { roles[$0] }
  }

  private func role(of path: [String], _ unknownFunds: [UnknownFund], isAmongIndicators: Bool) -> LedgerRole {
    guard let heading = path.last else { return extra(path, isAmongIndicators: isAmongIndicators) }
    if path.count == 1, let own = Self.own[heading] { return .column(own) }
    if let amount = amount(path, unknownFunds) ?? budgetExtra(path) { return amount }
    if isAmongIndicators, !isUnderGoals(path), let role = indicatorRole(heading, path) { return role }
    if let role = fieldRole(heading) { return role }
    return extra(path, isAmongIndicators: isAmongIndicators)
  }

  /// Whether the words say something by themselves: what a column holds, of when, or in which unit.
  func understands(_ words: String) -> Bool {
    guard let label = LabelText(words) else { return false }
    return synonymIndex[label].isKnown || label.months != nil || Self.own[words] != nil
      || Self.months[String(label.key)] != nil
      || namesAmount(words) || AmountUnit.stated(in: words) != nil
  }

  private func extra(_ path: [String], isAmongIndicators: Bool) -> LedgerRole {
    let label = path.last.map(LabelText.printed) ?? ""
    return isAmongIndicators ? .indicatorExtra(label) : .formExtra(label)
  }

  // MARK: Amounts

  /// A heading over or under a number that says nothing to us, and stands at nothing else: perhaps the name of a fund.
  struct UnknownFund: Equatable {
    let words: String
    /// Whether it is taken for the total: the first of them on a ledger that has no other.
    let isTotal: Bool

    var label: String { LabelText.fundName(words) }
  }

  /// What the columns are called that may be those of a fund we do not know, from the left.
  func unknownFunds(_ paths: [[String]]) -> [UnknownFund] {
    var words: [String] = []
    var others: Set<String> = []
    var hasTotal = false
    for path in paths {
      if let neighbor = unknownNeighbor(path) {
        if !words.contains(neighbor) { words.append(neighbor) }
      } else {
        others.formUnion(path)
        if case .column(.amount(.total, _)) = amount(path, []) { hasTotal = true }
      }
    }
    words.removeAll(where: others.contains)
    return words.map { UnknownFund(words: $0, isTotal: !hasTotal && $0 == words.first) }
  }

  /// The words next to the heading of a number that say nothing to us, where no others name its fund.
  private func unknownNeighbor(_ path: [String]) -> String? {
    guard let index = path.lastIndex(where: { synonymIndex[$0].budgetHeading?.budgetColumn != nil }),
      !path.contains(where: { synonymIndex[$0].fund != nil || namesAmount($0) }),
      let words = index == path.count - 1 ? path.dropLast().last : path.last, !synonymIndex[words].isKnown
    else { return nil }
    return words
  }

  /// The unknown fund that a path names; nil where it names none.
  func unknownFund(_ path: [String], among unknownFunds: [UnknownFund]) -> UnknownFund? {
    unknownNeighbor(path).flatMap { words in unknownFunds.first { $0.words == words } }
  }

  /// The fund row and number that the words of a path name together; a number alone is that of the total.
  private func amount(_ path: [String], _ unknownFunds: [UnknownFund]) -> LedgerRole? {
    var fund: (label: Label, words: String)?
    var column: BudgetColumn?
    for words in path {
      guard let text = LabelText(words) else { continue }
      if let found = synonymIndex[text].fund {
        fund = (found, words)
      } else if let (foundFund, foundColumn, name) = composite(text) {
        fund = (foundFund, name)
        column = foundColumn
      } else if let found = synonymIndex[text].budgetHeading?.budgetColumn {
        column = found
      }
    }
    guard let column = column ?? self.column(ofFund: fund?.label, in: path) else { return nil }
    guard let fund else {
      if let unknown = unknownFund(path, among: unknownFunds), !unknown.isTotal {
        return .furtherAmount(label: unknown.label, partOf: nil, column)
      }
      return .column(.amount(.total, column))
    }
    if let row = fund.label.fund { return .column(.amount(row, column)) }
    let label = LabelText.fundName(fund.words)
    switch fund.label {
    case .furtherFund: return .furtherAmount(label: label, partOf: nil, column)
    case .partOfAppropriation:
      return .furtherAmount(label: label, partOf: Fund.currentYearAppropriation.rawValue, column)
    default: return nil
    }
  }

  /// A fund as the heading of a column: its one amount is the budget, as on forms at budget time. 合计 and the like say too little.
  private func column(ofFund fund: Label?, in path: [String]) -> BudgetColumn? {
    guard fund != nil, let last = path.last, synonymIndex[last].fund != nil, synonymIndex[last].field == nil,
      synonymIndex[last].budgetHeading == nil, (LabelText(last)?.key.count ?? 0) > 2
    else { return nil }
    return .initialBudget
  }

  /// Whether the words name a fund row and a number of it.
  func namesAmount(_ words: String) -> Bool { LabelText(words).flatMap(composite) != nil }

  /// 财政拨款年初预算数, 年初预算数(财政拨款).
  private func composite(_ text: LabelText) -> (Label, BudgetColumn, String)? {
    for addition in text.additions {
      if let fund = synonymIndex[addition].fund, let column = synonymIndex[String(text.key)].budgetHeading?.budgetColumn
      {
        return (fund, column, addition)
      }
    }
    let key = String(text.months == nil ? text.key : text.full)
    for index in key.indices.dropFirst() {
      let head = Self.withoutJoint(key[..<index])
      let tail = Self.withoutJoint(key[index...])
      if let fund = synonymIndex[head].fund, let column = synonymIndex[tail].budgetHeading?.budgetColumn {
        return (fund, column, head)
      }
    }
    return nil
  }

  private static func withoutJoint(_ words: Substring) -> String {
    var words = words
    while let last = words.last, "·-—_/:、的.".contains(last) { words = words.dropLast() }
    while let first = words.first, "·-—_/:、的.".contains(first) { words = words.dropFirst() }
    return String(words)
  }

  private func budgetExtra(_ path: [String]) -> LedgerRole? {
    guard path.count > 1, let heading = path.last, synonymIndex[heading].budgetHeading == .budgetExtra else {
      return nil
    }
    for words in path.dropLast().reversed() {
      if let fund = synonymIndex[words].fund?.fund { return .fundExtra(fund, label: LabelText.printed(heading)) }
      if synonymIndex[words].block == .budget { return .fundExtra(.total, label: LabelText.printed(heading)) }
    }
    return nil
  }

  // MARK: Indicators and fields

  private func indicatorRole(_ heading: String, _ path: [String]) -> LedgerRole? {
    guard let label = synonymIndex[heading].indicatorHeading else { return nil }
    switch label {
    case .level1: return .column(.level1)
    case .level2: return .column(.level2)
    case .name: return .column(.name)
    case .target: return .column(.target)
    case .targetSign: return .targetSign
    case .targetUnit: return .targetUnit
    case .planned: return .column(.planned)
    case .actual: return .column(.actual)
    case .deviationReason: return .column(.deviationReason)
    case .reasonTick: return path.count > 1 ? .reasonTick(LabelText.printed(heading)) : nil
    case .reasonDetail: return path.count > 1 ? .reasonDetail(LabelText.printed(heading)) : nil
    case .possibilityTick:
      guard path.count > 1 else { return nil }
      let group = path.dropLast().last { synonymIndex[$0].indicatorHeading == .possibility }
      return .possibilityTick(
        LabelText.printed(heading), label: group.map(LabelText.printed) ?? IndicatorValues.possibilityLabel)
    case .possibility, .indicatorExtra: return .indicatorExtra(LabelText.printed(heading))
    default: return nil
    }
  }

  /// Whether a heading further up is that of the goals.
  private func isUnderGoals(_ path: [String]) -> Bool {
    path.dropLast().contains { synonymIndex[$0].block == .goals || synonymIndex[$0].field == .goalsExpected }
  }

  private func fieldRole(_ heading: String) -> LedgerRole? {
    switch synonymIndex[heading].field {
    case .period: .period
    case .firstMonth: .column(.periodStart)
    case .lastMonth: .column(.periodEnd)
    case .year: .year
    case .project: .column(.project)
    case .projectCode: .column(.projectCode)
    case .supervisingDepartment: .column(.supervisingDepartment)
    case .supervisingDepartmentCode: .column(.supervisingDepartmentCode)
    // On a ledger, 单位 alone is whose project it is, as 预算单位 is, where no other column says 实施单位.
    case .implementingUnit, .possibleUnit, .reportingUnit, .amountUnit: .column(.implementingUnit)
    case .implementingUnitCode: .column(.implementingUnitCode)
    case .goalsExpected: .column(.goalsExpected)
    case .goalsActual: .column(.goalsActual)
    case .budgetCompletion: .column(.budgetCompletion)
    case .goalCompletion: .column(.goalCompletion)
    case .correctiveMeasures: .column(.correctiveMeasures)
    default: LabelText(heading).flatMap { Self.months[String($0.key)] }.map(LedgerRole.column)
    }
  }

  /// Headings of the two ends of the period, which forms do not have apart.
  private static let months: [String: LedgerColumn] = [
    "起始月": .periodStart, "开始月": .periodStart, "起始月份": .periodStart, "开始月份": .periodStart, "跟踪起始月份": .periodStart,
    "截止月": .periodEnd, "结束月": .periodEnd,
    "截止月份": .periodEnd, "结束月份": .periodEnd, "跟踪截止月份": .periodEnd,
  ]
}
