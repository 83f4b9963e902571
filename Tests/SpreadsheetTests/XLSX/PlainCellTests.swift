import Findings
import Testing

@testable import Spreadsheet

/// The short cut through cells, with the parser as its judge.
@Suite struct PlainCellTests {
  static let cells = [
    #"<c r="A1"><v>1</v></c>"#, #"<c r="XFD1048576" s="12" t="s"><v>0</v></c>"#, #"<c r="B3" t="str"><v>中</v></c>"#,
    #"<c r="B3" t="n" s="1"><v>-1.5E+3</v></c>"#, #"<c r="B3" s="3"/>"#, #"<c r="B3" t="b"><v>1</v></c>"#,
    #"<c r="B3" t="e"><v>#DIV/0!</v></c>"#, #"<c r="B3"><v></v></c>"#,
  ]

  @Test(arguments: cells) func takesWhatTheParserReads(_ text: String) throws {
    let quick = try #require(Self.quick(text))
    #expect(quick == Self.parsed(text))
  }

  @Test(arguments: [
    #"<c r="A1" ><v>1</v></c>"#, #"<c  r="A1"><v>1</v></c>"#, #"<c r='A1'><v>1</v></c>"#, #"<c r="A0"><v>1</v></c>"#,
    #"<c r="XFE1"><v>1</v></c>"#, #"<c r="A1048577"><v>1</v></c>"#, #"<c r="A1"><v>1&#49;</v></c>"#,
    #"<c r="A1"><f>1</f><v>1</v></c>"#, #"<c r="A1"><v>1</v> </c>"#, "<c r=\"A1\"><v>1\r</v></c>", "<c r=\"A1\"><v>1",
    #"<c r="A1" t="d"><v>1</v></c>"#, #"<c r="A1" t="inlineStr"><is><t>1</t></is></c>"#,
    #"<c r="A1" s=""><v>1</v></c>"#,
    #"<cr="A1"><v>1</v></c>"#, #"<c r="1"><v>1</v></c>"#, #"<c r="A"><v>1</v></c>"#, "<c r=\"A1\"><v>1\0</v></c>",
  ]) func leavesTheRest(_ text: String) { #expect(Self.quick(text) == nil) }

  /// Whatever is done to a cell: what the short cut takes, the parser reads the same way.
  @Test func readsMutationsAsTheParserDoes() {
    var random = SeededGenerator(seed: 23)
    let pieces = [
      "<", ">", "/", "\"", "&", "<v>", "</v>", " ", "=", "s=\"1\"", " t=\"s\"", "r", "0", "A", "Z", "\r", "c",
    ]
    var taken = 0
    for _ in 0..<3_000 {
      var bytes = Array((Self.cells.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
        } else {
          bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...2, using: &random)))
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let quick = Self.quick(text) else { continue }
      taken += 1
      #expect(quick == Self.parsed(text), "\(text)")
    }
    #expect(taken > 150)
  }

  private static func quick(_ text: String) -> String? {
    withPadding(text) { start, _ in
      guard let plain = PlainCell(at: start) else { return nil }
      let value = String(decoding: plain.value, as: UTF8.self)
      return "\(plain.reference) \(plain.style) \(plain.type) \(value) \(plain.end - start)"
    }
  }

  private static func parsed(_ text: String) -> String? {
    withPadding(text) { start, end in
      var cursor = XMLCursor(start, end: end)
      var parser = CellParser()
      let token = cursor.next()
      guard token == .start || token == .empty, cursor.name == .c,
        parser.parse(&cursor, isEmpty: token == .empty) == .complete, let reference = parser.reference
      else { return nil }
      let value = parser.usesScratch ? String(decoding: parser.scratch, as: UTF8.self) : ""
      let plain = parser.hasValue ? value + String(decoding: parser.plainValue, as: UTF8.self) : ""
      return "\(reference) \(parser.style) \(parser.type) \(plain) \(cursor.at - start)"
    }
  }

  private static func withPadding(
    _ text: String, _ body: (UnsafePointer<UInt8>, UnsafePointer<UInt8>) -> String?
  ) -> String? {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: XMLCursor.padding)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { body($0, $0 + text.utf8.count) }
    }
  }
}
