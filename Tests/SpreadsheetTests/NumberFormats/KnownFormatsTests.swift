import Testing

@testable import Spreadsheet

@Suite struct KnownFormatsTests {
  @Test func aCodeIsReadOnce() {
    #expect(KnownFormats.format("0.00_ ", is1904: false) === KnownFormats.format("0.00_ ", is1904: false))
  }

  @Test func theEpochIsPartOfAFormat() throws {
    let day = try #require(ExactNumber("0.5"))
    #expect(KnownFormats.format("yyyy-m-d", is1904: true).text(of: day) == "1904-1-1")
    #expect(KnownFormats.format("yyyy-m-d", is1904: false).text(of: day) == "1900-1-0")
  }

  /// `é` as one character and as two are equal strings, but not the same bytes.
  @Test func literalsKeepTheirBytes() throws {
    let one = try #require(ExactNumber("1"))
    for literal in ["\u{E9}", "e\u{301}", "\u{E9}"] {
      let shown = KnownFormats.format("0\"\(literal)\"", is1904: false).text(of: one)
      #expect(Array(shown.utf8) == Array("1\(literal)".utf8))
    }
  }

  @Test func moreFormatsThanAreKeptAreRightToo() throws {
    let number = try #require(ExactNumber("7"))
    for index in 0..<600 {
      #expect(KnownFormats.format("0\"-\(index)\"", is1904: false).text(of: number) == "7-\(index)")
    }
  }
}
