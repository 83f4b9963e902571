/// What to make of a quotation mark inside a quoted field that is neither doubled nor followed by a delimiter or line end.
///
/// `"He said "hi" to her",3` forgot to double its marks; `"十四五"规划,"一网通办"平台` never meant to quote. The next mark on the line that
/// could close or open a field tells them apart.
struct QuoteVerdict {
  enum Answer {
    /// A closing mark follows: the mark is text inside the quoted field.
    case text
    /// None does before the line ends or another field opens: the field was never quoted.
    case neverQuoted
    /// Undecided before more bytes come.
    case needsInput
  }

  private var answer = Answer.needsInput
  /// The answer holds for every mark in this range.
  private var valid = 0..<0

  /// Looks ahead from the byte behind the mark; each byte of a line is looked at once, however many marks are on it.
  mutating func decide(
    from index: Int, in base: UnsafePointer<UInt8>, count: Int, isFinished: Bool, dialect: Dialect
  ) -> Answer {
    if valid.contains(index) { return answer }
    let delimiter = dialect.delimiter.bytes
    guard let quote = dialect.quote else { return .neverQuoted }
    /// Whether the delimiter's bytes stand at an index; nil where they may be cut off.
    func isDelimiter(at place: Int) -> Bool? {
      if place + delimiter.count > count, !isFinished { return nil }
      return place + delimiter.count <= count && delimiter.indices.allSatisfy { base[place + $0] == delimiter[$0] }
    }
    var place = index
    while place < count, base[place] != 0x0A, base[place] != 0x0D {
      defer { place += 1 }
      guard base[place] == quote else { continue }
      let next = place + 1
      guard next < count || isFinished, let closes = next < count ? isDelimiter(at: next) : true else {
        return .needsInput
      }
      if closes || base[next] == 0x0A || base[next] == 0x0D { return settle(.text, for: index..<place) }
      if place - delimiter.count >= index, isDelimiter(at: place - delimiter.count) == true {
        return settle(.neverQuoted, for: index..<place)
      }
    }
    guard place < count || isFinished else { return .needsInput }
    return settle(.neverQuoted, for: index..<place)
  }

  private mutating func settle(_ answer: Answer, for range: Range<Int>) -> Answer {
    self.answer = answer
    valid = range
    return answer
  }
}
