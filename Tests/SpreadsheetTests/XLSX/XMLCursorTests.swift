import CExpat
import Findings
import Foundation
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

/// Elements, attributes and text in order, one line each.
struct CursorEvents {
  /// nil where the document is refused.
  private(set) var events: [String]?

  init(_ document: String, chunk: Int) {
    let stream = PartStream(SlowStream(Array(document.utf8), chunk: chunk), name: "x")
    do throws(Refusal) { events = try Self.read(stream) } catch { events = nil }
  }

  private static func read(_ stream: PartStream) throws(Refusal) -> [String] {
    var window = XMLWindow(stream, limits: .standard)
    var open = OpenElements()
    var events: [String] = []
    var text: [UInt8] = []
    func flush() {
      if !text.isEmpty, !open.isEmpty { events.append("text " + String(decoding: text, as: UTF8.self)) }
      text = []
    }
    while let token = try window.next() {
      switch token {
      case .start, .empty:
        flush()
        var attributes = XMLAttributes(window.cursor.attributes)
        var values: [String] = []
        while let attribute = attributes.next() { values.append(XMLText.attributeValue(attribute.value)) }
        if attributes.isMalformed { throw window.malformed("attributes") }
        events.append("start \(window.cursor.name) " + values.joined(separator: "|"))
        if token == .empty {
          events.append("end \(window.cursor.name)")
        } else if !open.push(window.cursor.name) {
          throw window.malformed("nesting")
        }
      case .end:
        flush()
        guard open.pop(window.cursor.name) else { throw window.malformed("end") }
        events.append("end \(window.cursor.name)")
      case .text: XMLText.append(window.cursor.text, to: &text)
      case .characterData: XMLText.append(window.cursor.text, to: &text, resolvingReferences: false)
      default: break
      }
    }
    guard open.isEmpty else { throw window.malformed("cut off") }
    return events
  }
}

/// The same from expat.
final class ExpatEvents {
  private(set) var events: [String]? = []
  private var text = ""

  init(_ document: String) {
    guard let parser = XML_ParserCreate("UTF-8") else { return }
    defer { XML_ParserFree(parser) }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, { ExpatEvents.from($0).start($1, $2) }, { ExpatEvents.from($0).end($1) })
    XML_SetCharacterDataHandler(parser) { context, bytes, count in
      let raw = UnsafeRawBufferPointer(start: bytes, count: Int(count))
      ExpatEvents.from(context).text += String(decoding: raw, as: UTF8.self)
    }
    let status = XML_Parse(parser, document, Int32(document.utf8.count), 1)
    if status != XML_STATUS_OK { events = nil }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> ExpatEvents {
    guard let context else { preconditionFailure("expat hands back what it was given") }
    return Unmanaged<ExpatEvents>.fromOpaque(context).takeUnretainedValue()
  }

  private func flush() {
    if !text.isEmpty { events?.append("text " + text) }
    text = ""
  }

  private func name(_ raw: UnsafePointer<CChar>?) -> XMLName {
    var name = XMLName()
    for byte in raw.map({ String(cString: $0) })?.utf8 ?? "".utf8 {
      if byte == UInt8(ascii: ":") { name = XMLName() } else { name.append(byte) }
    }
    return name
  }

  private func start(_ raw: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    flush()
    var values: [String] = []
    var at = 0
    while let attributes, attributes[at] != nil, let value = attributes[at + 1] {
      values.append(String(cString: value))
      at += 2
    }
    events?.append("start \(name(raw)) " + values.joined(separator: "|"))
  }

  private func end(_ raw: UnsafePointer<CChar>?) {
    flush()
    events?.append("end \(name(raw))")
  }
}

/// Bytes that come a few at a time.
final class SlowStream: PartSource {
  private var rest: ArraySlice<UInt8>
  private let chunk: Int

  init(_ bytes: [UInt8], chunk: Int) {
    rest = bytes[...]
    self.chunk = chunk
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let piece = rest.prefix(min(chunk, buffer.count))
    buffer.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}
