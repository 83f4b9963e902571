/// Estimates how a spreadsheet program sets a text into a cell, on the safe side: lines are counted a little too long rather than too short.
///
/// A Chinese character is one em wide, a Latin one half of it in 宋体 and up to three quarters in the fonts that stand in for it. Lines break
/// between Chinese characters and at spaces, never before closing or after opening punctuation, inside a word only where the word is wider than the cell.
struct TextSetting {
  /// Points.
  let size: Double
  /// What a line can hold, in ems.
  private let space: Double
  /// Whether Latin characters are as narrow as in the font that is named.
  private let isNarrow: Bool

  /// Line height over font size. 宋体 needs 1.2, the Noto and Source Han typefaces that replace it 1.45.
  static let leading = 1.45
  /// What a cell keeps free of text at its left and right side together, in points.
  static let padding = 4.5
  /// The least that a program keeps free: Excel five pixels, LibreOffice 2 points.
  static let leastPadding = 1.5
  /// White above and below the text of a row together, in points.
  static let air = 4.5
  /// The most that a row can be high, in points ("Excel specifications and limits").
  static let tallestRow = 409.5
  /// The same where a form has to fit.
  static let tightAir = 1.5

  /// - Parameter width: Of the cell or merged range, in points.
  init(width: Double, size: Double) {
    self.size = size
    space = max(1.05, (width - Self.padding) / size * 0.985)
    isNarrow = false
  }

  /// The most that a line can hold, in 宋体, by a program that knows no punctuation.
  ///
  /// - Parameter width: Of the cell or merged range, in points.
  init(widest width: Double, size: Double) {
    self.size = size
    space = max(1.05, (width - Self.leastPadding) / size)
    isNarrow = true
  }

  /// The height of a row that shows so many lines, in points.
  func height(ofLines count: Int) -> Double { Double(max(1, count)) * size * Self.leading + Self.air }

  /// The least height of a row that shows so many lines, with no white to spare.
  func tightHeight(ofLines count: Int) -> Double { Double(max(1, count)) * size * Self.leading + Self.tightAir }

  /// How many lines a row can show.
  var maximumLines: Int { max(1, lines(within: Self.tallestRow)) }

  /// How many lines a row of this height shows.
  func lines(within height: Double) -> Int { Int((height - Self.air) / (size * Self.leading)) }

  /// How many lines the text takes.
  func lines(_ text: String) -> Int {
    if fitsOneLine(text) { return 1 }
    var count = 1
    eachLineStart(text) { _ in count += 1 }
    return count
  }

  /// Whether the text is no wider than a line; it has no line break.
  func fits(_ text: Substring) -> Bool { text.unicodeScalars.reduce(0) { $0 + ems($1) } <= space }

  /// Whether the text is certain to fit one line, decided by its bytes alone: by far the most cells of a form hold a few characters.
  private func fitsOneLine(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var used = 0.0
      for byte in bytes {
        switch byte {
        case 0x0A: return false
        case 0x80..<0xC0: continue
        // The first byte of a character, at its widest.
        case 0..<0x80: used += 0.76
        case 0xF0...: used += 1.4
        default: used += 1
        }
        if used > space { return false }
      }
      return true
    }
  }

  /// Calls back for every line but the first with the place where it begins.
  func eachLineStart(_ text: String, _ body: (String.Index) -> Void) {
    let scalars = text.unicodeScalars
    var used = 0.0
    var sinceBreak = 0.0
    var breakIndex: String.Index?
    var previous: Unicode.Scalar?
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if scalar.value == 0x0A {
        used = 0
        sinceBreak = 0
        breakIndex = nil
        previous = nil
        index = scalars.index(after: index)
        body(index)
        continue
      }
      if let previous, mayBreak(between: previous, and: scalar) {
        breakIndex = index
        sinceBreak = 0
      }
      let width = ems(scalar)
      if used + width > space, used > 0 {
        if let place = breakIndex {
          body(place)
          used = sinceBreak
        } else {
          body(index)
          used = 0
        }
        breakIndex = nil
        sinceBreak = used
      }
      used += width
      sinceBreak += width
      previous = scalar
      index = scalars.index(after: index)
    }
  }

  private func mayBreak(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
    if left.value == 0x20 || left.value == 0x3000 { return true }
    if left.value < 0x2E80, right.value < 0x2E80 { return left.value == 0x2D }
    // By far the most: two Chinese characters.
    if Self.isHan(left), Self.isHan(right) { return true }
    // LibreOffice breaks behind an opening bracket.
    return isNarrow
      || !(right.isPunctuationMark && Self.neverFirst.contains(right))
        && !(left.isPunctuationMark && Self.neverLast.contains(left))
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

  private static let neverFirst = Set("，。、；：！？）】》〉」』’”％…—,.;:!?)]}%℃·～~".unicodeScalars)
  private static let neverLast = Set("（【《〈「『‘“([{＄￥$".unicodeScalars)

  private func ems(_ scalar: Unicode.Scalar) -> Double { isNarrow && scalar.isASCII ? 0.5 : Self.ems(scalar) }

  /// The width of a character in ems.
  static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20...0x40, 0x5B...0x7E: 0.64
    case 0x41...0x5A: 0.76
    case 0..<0x20: 0.5
    case 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x1F000...0x1FFFF: 1.4
    default: 1
    }
  }
}

extension Unicode.Scalar {
  /// Whether it can be one of the marks that must not begin or end a line: none of them is a letter, a digit or a Chinese character.
  fileprivate var isPunctuationMark: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3400...0x9FFF: false
    default: true
    }
  }
}
