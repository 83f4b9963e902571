/// The number in front of a point of a list, as notes and instructions have it.
enum ListNumber {
  /// The number of a point: `2.`, `2、`, `（2）`, `②`, `二、`.
  static func number(of text: String) -> Int? {
    let circled: ClosedRange<UInt32> = 0x2460...0x2473
    if let first = text.trimmed.unicodeScalars.first, circled.contains(first.value) {
      return Int(first.value - circled.lowerBound) + 1
    }
    var rest = CompactText.string(of: String(text.prefix(12)))[...]
    let isBracketed = rest.first == "("
    if isBracketed { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    var number = Int(digits)
    rest = rest.dropFirst(digits.count)
    if digits.isEmpty, let first = rest.first, let position = "一二三四五六七八九十".firstIndex(of: first) {
      number = "一二三四五六七八九十".distance(from: "一二三四五六七八九十".startIndex, to: position) + 1
      rest = rest.dropFirst()
    }
    guard let number, number < 100, let mark = rest.first, isBracketed ? mark == ")" : "、.)".contains(mark) else {
      return nil
    }
    // `2.5` is an amount; `1.三级指标` is none.
    return rest.dropFirst().first.map { $0.isASCII && $0.isNumber } == true ? nil : number
  }
}
