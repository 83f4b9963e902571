import CExpat
import Findings
import Foundation

/// Reads a small part element by element (expat): names without prefix, text joined, no document type.
///
/// Expat is maintained for hostile input and checks the whole grammar; the two parts that can be large are read by
/// `XMLCursor`. Prefixes are dropped and not resolved, because files that forget to declare one exist. Of `mc:AlternateContent` (ECMA-376 part 3, 7.4) the fallback is read, since no extension is understood.
final class ExpatReader {
  /// An element that begins, with its attributes by local name.
  struct Element {
    let name: String
    /// Where `id` and `r:id` both stand, the one without prefix counts.
    let attributes: [String: String]
    /// The names of the elements around it, the root first.
    let path: [String]
  }

  private let onStart: (Element) -> Void
  private let onEnd: (String, String) -> Void
  private var path: [String] = []
  private var text = ""
  private var skippedDepth = 0
  private var failure: Refusal?
  private let part: String
  private var parser: XML_Parser?

  private static let maximumDepth = 128

  /// Parses the part to its end.
  ///
  /// - Parameters:
  ///   - onStart: Called where an element begins.
  ///   - onEnd: Called where an element ends, with its name and the text directly behind the last tag within it.
  /// - Throws: `xlsx.malformed` with the byte, `xlsx.doctype`, or what the stream throws.
  static func parse(
    _ stream: PartStream, onStart: @escaping (Element) -> Void, onEnd: @escaping (String, String) -> Void = { _, _ in }
  ) throws(Refusal) {
    let reader = ExpatReader(part: stream.name, onStart: onStart, onEnd: onEnd)
    try reader.run(stream)
  }

  private init(part: String, onStart: @escaping (Element) -> Void, onEnd: @escaping (String, String) -> Void) {
    self.part = part
    self.onStart = onStart
    self.onEnd = onEnd
  }

  private func run(_ stream: PartStream) throws(Refusal) {
    guard let parser = XML_ParserCreate("UTF-8") else {
      throw Refusal(.xlsxMalformed, at: place(nil), ["reason": "out of memory"])
    }
    self.parser = parser
    defer { XML_ParserFree(parser) }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in ExpatReader.from(context)?.start(name, attributes) },
      { context, name in ExpatReader.from(context)?.end(name) })
    XML_SetCharacterDataHandler(parser) { context, bytes, count in
      guard let bytes, let reader = ExpatReader.from(context), reader.skippedDepth == 0 else { return }
      bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        reader.text += String(decoding: UnsafeBufferPointer(start: $0, count: Int(count)), as: UTF8.self)
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let reader = ExpatReader.from(context) else { return }
      reader.fail(Refusal(.xlsxDocumentType, at: reader.place(nil)))
    }
    var isLast = false
    while !isLast {
      guard let memory = XML_GetBuffer(parser, 16 * 1024) else {
        throw Refusal(.xlsxMalformed, at: place(nil), ["reason": "out of memory"])
      }
      let count = try stream.read(into: UnsafeMutableRawBufferPointer(start: memory, count: 16 * 1024))
      isLast = count == 0
      let status = XML_ParseBuffer(parser, Int32(count), isLast ? 1 : 0)
      if let failure { throw failure }
      if status == XML_STATUS_ERROR {
        let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "?"
        throw Refusal(.xlsxMalformed, at: place(Int(XML_GetCurrentByteIndex(parser))), ["reason": reason])
      }
    }
  }

  private func place(_ offset: Int?) -> Place { Place(position: BytePosition(part: part, byteOffset: offset)) }

  private func fail(_ refusal: Refusal) {
    if failure == nil { failure = refusal }
    if let parser { _ = XML_StopParser(parser, 0) }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> ExpatReader? {
    context.map { Unmanaged<ExpatReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ name: UnsafePointer<CChar>?, _ raw: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard failure == nil, let name else { return }
    let (local, _) = Self.split(name)
    if skippedDepth > 0 || local == "Choice" {
      skippedDepth += 1
      if skippedDepth > Self.maximumDepth { fail(Refusal(.xlsxMalformed, at: place(nil), ["reason": "nesting"])) }
      return
    }
    text = ""
    if local == "AlternateContent" || local == "Fallback" { return }
    guard path.count < Self.maximumDepth else {
      return fail(Refusal(.xlsxMalformed, at: place(nil), ["reason": "nesting"]))
    }
    var attributes: [String: String] = [:]
    var at = 0
    while let raw, let key = raw[at], let value = raw[at + 1] {
      let (local, hasPrefix) = Self.split(key)
      if !hasPrefix || attributes[local] == nil { attributes[local] = String(cString: value) }
      at += 2
    }
    onStart(Element(name: local, attributes: attributes, path: path))
    path.append(local)
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard failure == nil, let name else { return }
    if skippedDepth > 0 {
      skippedDepth -= 1
      return
    }
    let (local, _) = Self.split(name)
    if local == "AlternateContent" || local == "Fallback" { return }
    if !path.isEmpty { path.removeLast() }
    onEnd(local, text)
    text = ""
  }

  private static func split(_ name: UnsafePointer<CChar>) -> (local: String, hasPrefix: Bool) {
    guard let colon = strrchr(name, Int32(UInt8(ascii: ":"))) else { return (String(cString: name), false) }
    return (String(cString: colon + 1), true)
  }
}
