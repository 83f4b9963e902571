import CExpat
import Findings

@testable import Spreadsheet

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
