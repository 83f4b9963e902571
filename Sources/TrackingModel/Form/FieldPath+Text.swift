/// The printed form of a path, and the way back from it.
extension FieldPath: CustomStringConvertible, ExpressibleByStringInterpolation {
  public var description: String {
    let start =
      switch owner {
      case .form: ""
      case .fund(let fund): "budget." + fund.rawValue
      case .additionalFund(let number): "budget.additional[\(number)]"
      case .indicator(let number): "indicators[\(number)]"
      }
    let end =
      switch part {
      case .whole: ""
      case .field(let key): key.description
      case .extra(let number): "extras[\(number)]"
      }
    return start.isEmpty || end.isEmpty ? start + end : start + "." + end
  }

  /// Reads a printed path; a text that is none is kept as a field of the form.
  public init(_ description: String) {
    var rest = description.utf8[...]
    let owner = Self.owner(&rest)
    if rest.isEmpty {
      self.init(owner, .whole)
    } else if let number = Self.number(after: "extras", in: &rest), rest.isEmpty {
      self.init(owner, .extra(number))
    } else {
      self.init(owner, .field(FieldKey(String(Substring(rest)))))
    }
  }

  public init(stringLiteral value: String) { self.init(value) }

  /// Takes the owner from the beginning of a path, with the dot behind it.
  private static func owner(_ text: inout Substring.UTF8View) -> Owner {
    var rest = text
    var owner = Owner.form
    if let number = number(after: "indicators", in: &rest) {
      owner = .indicator(number)
    } else if let number = number(after: "budget.additional", in: &rest) {
      owner = .additionalFund(number)
    } else if rest.starts(with: "budget.".utf8) {
      rest = rest.dropFirst(7)
      let name = rest.prefix { $0 != UInt8(ascii: ".") }
      guard let fund = fund(String(Substring(name))) else { return .form }
      owner = .fund(fund)
      rest = rest[name.endIndex...]
    } else {
      return .form
    }
    guard rest.isEmpty || rest.popFirst() == UInt8(ascii: ".") else { return .form }
    text = rest
    return owner
  }

  /// The fund row of this name; nil for the other members of the budget and for a column.
  private static func fund(_ name: String) -> Fund? {
    if let fund = Fund(rawValue: name) { return fund }
    return name.isEmpty || name == FieldKey.additionalFunds.name || BudgetColumn(rawValue: name) != nil
      ? nil : Fund(name)
  }

  /// Takes `list[3]` from the beginning of a text; nil, and nothing taken, where it begins otherwise.
  private static func number(after list: StaticString, in text: inout Substring.UTF8View) -> Int? {
    let name = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    guard text.starts(with: name) else { return nil }
    var rest = text.dropFirst(name.count)
    guard rest.popFirst() == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")),
      let number = Int(Substring(rest[..<close])), number >= 0
    else { return nil }
    text = rest[close...].dropFirst()
    return number
  }
}
