/// The words that the labels of a form are made of: what a page has to know to break a label where a word ends, and never inside one.
///
/// Chinese sets no spaces between words, and programs break a line behind any character.
public struct LabelWords: Sendable {
  private let words: Set<[Character]>
  private let longest: Int

  public init(_ words: [String]) {
    self.words = Set(words.map(Array.init))
    longest = words.map(\.count).max() ?? 0
  }

  /// The places inside a text where a line may end: where a known word begins or ends, at brackets, and behind a space. What lies
  /// between two known words is taken for one word.
  package func ends(in text: String) -> [String.Index] {
    let characters = Array(text)
    var ends: Set<Int> = []
    var place = 0
    while place < characters.count {
      if let length = unit(at: place, of: characters) {
        ends.formUnion([place, place + length])
        place += length
      } else {
        place += 1
      }
    }
    return zip(text.indices, characters.indices).filter { _, place in
      place > 0 && ends.contains(place) && !Self.neverFirst.contains(characters[place])
    }.map(\.0)
  }

  /// The length of the word, the bracket or the space that begins here; nil where none does.
  private func unit(at place: Int, of characters: [Character]) -> Int? {
    let rest = characters[place...]
    if rest.first == " " { return 1 }
    if rest.first == "(" || rest.first == "（", let end = rest.firstIndex(where: { $0 == ")" || $0 == "）" }) {
      return end + 1 - place
    }
    return stride(from: min(longest, rest.count), to: 0, by: -1).first { words.contains(Array(rest.prefix($0))) }
  }

  /// What stays with the word before it.
  private static let neverFirst: Set<Character> = [" ", "：", ":", "，", "、", "。", "；", ")", "）", "%"]
}
