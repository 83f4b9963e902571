import Findings

/// What a document says beside its body: in the headers and footers of its pages (ECMA-376 part 1, 17.10) and in comments (17.13.4).
struct DocumentSurroundings {
  /// Texts that say more than a page number, each once.
  private(set) var pageTexts: [String] = []
  private(set) var comments: [String] = []

  private static let mostPageTexts = 16
  /// Headers and footers that are looked at: three of each for every section of a document.
  private static let mostParts = 100
  private static let mostComments = 2_000

  /// - Parameter part: The main part, whose relationships name the others.
  init(of part: String, in package: Package) throws(Refusal) {
    let targets = try Relationships(of: part, in: package).inOrder.filter {
      ["header", "footer", "comments"].contains($0.type) && package.contains($0.part)
    }
    for target in targets.prefix(Self.mostParts) {
      guard let stream = try package.open(target.part) else { continue }
      let texts = try DocumentReader(stream, limits: package.limits).readTexts()
      if target.type == "comments" {
        comments += texts.filter { !$0.allSatisfy(\.isWhitespace) }.prefix(Self.mostComments - comments.count)
      } else {
        let words = PageText.words(in: texts.joined(separator: " "))
        if let words, !pageTexts.contains(words), pageTexts.count < Self.mostPageTexts { pageTexts.append(words) }
      }
    }
  }
}

extension DocumentReader {
  /// The text of a header or footer, or of each comment.
  fileprivate func readTexts() throws(Refusal) -> [String] {
    guard try tree.root() == .comments else { return [try flow().cellText] }
    var texts: [String] = []
    try tree.children { (name) throws(Refusal) in
      if name == .comment { texts.append(try flow().cellText) }
    }
    return texts
  }
}

extension XMLName {
  fileprivate static let comments = XMLName("comments")
  fileprivate static let comment = XMLName("comment")
}
