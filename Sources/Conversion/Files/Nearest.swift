/// The word that was probably meant.
package enum Nearest {
  /// The nearest of the words by changes of single characters; nil where none is near.
  package static func word(to wrong: String, among words: [String]) -> String? {
    let limit = max(wrong.count < 4 ? 1 : 2, wrong.count / 3)
    let distances = words.map { (word: $0, distance: distance(Array(wrong.lowercased()), Array($0.lowercased()))) }
    return distances.filter { $0.distance <= limit }.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
      ?? words.first { $0.hasSuffix("." + wrong) || $0.hasPrefix(wrong + ".") }
  }

  /// Levenshtein's distance.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let substituted = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
