import Testing

@testable import Spreadsheet

/// The scanner of worksheets and shared strings, with expat as its judge.
@Suite struct XMLCursorTests {
  static let documents = [
    "<a/>", "<a></a>", "<?xml version='1.0'?>\n<a b='1' c=\"2\">x<!-- <no> -->y</a>\n",
    "<p:a xmlns:p='u'><p:b q:c='>'/></p:a>",
    "<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>", "<a b='&lt;&#65;'>&amp;&#x4E2D;\r\n\r</a>",
    "<a b='1\t2\r\n3\n\n4&#10;' c='\r'/>", "<a\n b = '1'\t/>",
    "<a><?pi <b> ?></a>",
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>",
    "<a>中文<b>😀</b></a>", "<a b=''></a >", "<a><!----><b/><!-- - --></a>",
    "<aVeryLongElementName><anotherLongElementName/></aVeryLongElementName>",
  ]

  @Test(arguments: documents) func readsAsExpatDoes(_ document: String) throws {
    let byExpat = try #require(ExpatEvents(document).events)
    #expect(CursorEvents(document, chunk: 7).events == byExpat)
    #expect(CursorEvents(document, chunk: 100_000).events == byExpat)
  }

  /// Whatever is done to a document: what expat accepts, the scanner reads the same way; nothing makes it run wild.
  @Test func readsMutationsAsExpatDoes() throws {
    var random = SeededGenerator(seed: 17)
    let pieces = [
      "<", ">", "/", "'", "\"", "&", "&amp;", "<b>", "</b>", "<!--", "-->", "]]>", "<![CDATA[", " ", "=", "a", "<?",
      "?>", ":", "\t", "\n", "\r",
    ]
    var accepted = 0
    for _ in 0..<3_000 {
      var bytes = Array((Self.documents.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
        } else {
          bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...3, using: &random)))
        }
      }
      guard let document = String(validating: bytes, as: UTF8.self) else { continue }
      let mine = CursorEvents(document, chunk: 5)
      guard let byExpat = ExpatEvents(document).events else { continue }
      accepted += 1
      #expect(mine.events == byExpat, "\(document)")
    }
    #expect(accepted > 200)
  }

  @Test(arguments: ["<a>", "<a><b></a></b>", "<a b='1", "<a", "<a><!-- ", "<a b=1'/>'", "</a>", "<a>\0</a>", "< a/>"])
  func refusesWhatWouldChangeTheMeaning(_ document: String) {
    #expect(CursorEvents(document, chunk: 9).events == nil)
  }
}
