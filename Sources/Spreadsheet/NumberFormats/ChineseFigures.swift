/// Figures in Chinese characters: `[DBNum1]` 一二三, `[DBNum2]` 壹贰叁, `[DBNum3]` １２３.
enum ChineseFigures: Character, Sendable {
  case plain = "1"
  case formal = "2"
  case fullWidth = "3"

  init?(_ digit: Character) { self.init(rawValue: digit) }

  private var digits: [Character] {
    switch self {
    case .plain: Array("○一二三四五六七八九")
    case .formal: Array("零壹贰叁肆伍陆柒捌玖")
    case .fullWidth: Array("０１２３４５６７８９")
    }
  }

  /// Each figure replaced by its character: 2023 is 二〇二三.
  func figures(_ text: String) -> String {
    let digits = digits.flatMap(\.unicodeScalars)
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(("0"..."9").contains(scalar) ? digits[Int(scalar.value - 48)] : scalar)
    }
    return String(result)
  }

  /// The number as it is spoken: 1234 is 一千二百三十四, 15 is 一十五; the places behind the point figure by figure.
  func spoken(_ text: String) -> String {
    guard text.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }) else { return figures(text) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let whole = spokenInteger(String(parts.first ?? ""))
    guard parts.count > 1 else { return whole }
    return whole + "." + figures(String(parts[1]))
  }

  /// A piece of a date or time: 15 is 十五; with a zero in front figure by figure.
  func spokenPiece(_ text: String) -> String {
    if self == .fullWidth || text.hasPrefix("0") { return figures(text) }
    let spoken = spoken(text)
    return self == .plain && spoken.hasPrefix("一十") ? String(spoken.dropFirst()) : spoken
  }

  private func spokenInteger(_ text: String) -> String {
    guard text.utf8.count <= 16 else { return figures(text) }
    let values = text.compactMap { $0.wholeNumberValue }
    guard values.contains(where: { $0 != 0 }) else { return figures(text) }
    let units = self == .formal ? ["", "拾", "佰", "仟"] : ["", "十", "百", "千"]
    let groups = ["", "万", "亿", "兆"]
    let digits = digits
    var result = ""
    var pendingZero = false
    var groupHasDigit = false
    for (index, value) in values.enumerated() {
      let place = values.count - 1 - index
      if value == 0 {
        pendingZero = !result.isEmpty
      } else {
        if pendingZero { result.append(digits[0]) }
        pendingZero = false
        groupHasDigit = true
        result.append(digits[value])
        result += units[place % 4]
      }
      if place % 4 == 0 {
        // A zero at the end of a group is not spoken, a group of zeros is: 一百万一千, 一亿零五千.
        if groupHasDigit {
          result += groups[place / 4]
          pendingZero = false
        }
        groupHasDigit = false
      }
    }
    return result
  }
}
