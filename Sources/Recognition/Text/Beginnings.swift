/// Words that a text may begin with, found by its first scalar.
struct Beginnings: Sendable {
  private var words: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]

  init(_ words: [String]) {
    for word in words {
      guard let first = word.unicodeScalars.first else { continue }
      self.words[first, default: []].append(Array(word.unicodeScalars))
    }
  }

  /// Whether the text begins with one of the words.
  func begin(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first, let words = words[first] else { return false }
    return words.contains { text.starts(with: $0) }
  }
}
