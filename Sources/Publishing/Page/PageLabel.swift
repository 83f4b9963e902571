import TrackingModel

/// A label of the page, or a level that its lists offer, with the places where its words end.
struct PageLabel: Sendable {
  let words: String
  /// Where a line may end.
  private let ends: [String.Index]

  init(_ words: String, _ known: LabelWords) {
    self.words = words
    ends = known.ends(in: words)
  }

  /// The label as it is written into a cell: as it is where programs break it at the ends of words by themselves, whichever font they have;
  /// else with line breaks of its own, which reading drops.
  ///
  /// - Parameters:
  ///   - width: What the text has, in points.
  ///   - setting: The text set into this width.
  func written(width: Double, _ setting: TextSetting) -> String {
    if setting.lines(words) == 1 { return words }
    if breaksAtEnds(setting), breaksAtEnds(TextSetting(widest: width, size: setting.size)) { return words }
    var written = ""
    var line = words.startIndex
    var place = words.startIndex
    for end in ends + [words.endIndex] {
      if place > line, !setting.fits(withoutSpace(words[line..<end])) {
        written += words[line..<place] + "\n"
        line = place
      }
      place = end
    }
    return written + words[line...]
  }

  private func breaksAtEnds(_ setting: TextSetting) -> Bool {
    var isAtEnd = true
    setting.eachLineStart(words) { place in
      // A space at the end of a line takes no width in programs.
      let start = words[place] == " " ? words.index(after: place) : place
      isAtEnd = isAtEnd && ends.contains(start)
    }
    return isAtEnd
  }

  private func withoutSpace(_ line: Substring) -> Substring { line.last == " " ? line.dropLast() : line }
}
