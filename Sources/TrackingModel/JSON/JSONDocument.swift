import Findings

extension CanonicalJSON {
  /// Reads a canonical document, a single form, or JSON Lines with one form a line, and passes its forms on one by one; a byte order mark
  /// before them is passed over. No more than one form is held.
  ///
  /// - Throws: A refusal with line or path where this is no JSON, a key is unknown, stands twice or is missing, a value is not of its
  ///   kind, or a form has more than `TrackingForm.mostValues` (`file.too-large`); what `body` throws.
  public static func forEachForm(
    in bytes: [UInt8], of family: FormFamily = .standard, _ body: (TrackingForm) throws -> Void
  ) throws {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var structure = JSONStructure(text)
    let first = try JSONOutline(&structure)
    if structure.peek() != nil {
      guard !first.bytes.contains(10), !first.isDocument else { throw structure.fault() }
      return try forEachLine(of: text, family, body)
    }
    guard first.isDocument else { return try body(readLine(first.bytes, of: family)) }
    if let key = first.unknownKey { throw Refusal(.jsonUnknownKey, ["path": "$", "found": key]) }
    guard let version = first.schema else { throw Refusal(.jsonMissingKey, ["path": "$", "expected": "schema"]) }
    guard version == schema else { throw Refusal(.jsonVersion, ["found": version, "expected": schema]) }
    guard let forms = first.forms else { throw Refusal(.jsonMissingKey, ["path": "$", "expected": "forms"]) }
    var elements = JSONStructure(forms)
    var index = 0
    try elements.forEachElement { elements in
      try body(form(elements.value(), at: index, of: family))
      index += 1
    }
  }

  /// A form of a document; what is said of its paths is said of those of the document.
  private static func form(
    _ element: ArraySlice<UInt8>, at index: Int, of family: FormFamily
  ) throws(Refusal) -> TrackingForm {
    do throws(Refusal) {
      return try readLine(element, of: family)
    } catch {
      var values = error.finding.values
      if let path = values["path"] { values["path"] = "forms[\(index)]" + (path == "$" ? "" : "." + path) }
      throw Refusal(error.finding.rule, at: error.finding.place, values)
    }
  }

  private static func forEachLine(
    of text: ArraySlice<UInt8>, _ family: FormFamily, _ body: (TrackingForm) throws -> Void
  ) throws {
    var rest = text
    var number = 0
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 10) ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[min(end + 1, rest.endIndex)...]
      number += 1
      if line.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { continue }
      let form: TrackingForm
      do throws(Refusal) {
        form = try checkedLine(line, of: family)
      } catch {
        throw error.within(Place(position: BytePosition(line: number)))
      }
      try body(form)
    }
  }

  /// A line of JSON Lines, none of its keys twice.
  package static func checkedLine(
    _ line: ArraySlice<UInt8>, of family: FormFamily = .standard
  ) throws(Refusal) -> TrackingForm {
    var structure = JSONStructure(line)
    do throws(Refusal) {
      _ = try structure.value()
    } catch {
      // The line says where; what else it says of places counts from the line's own beginning.
      throw Refusal(error.finding.rule, error.finding.values)
    }
    return try readLine(line, of: family)
  }
}

/// The first value of a text as far as it tells a document from a single form.
private struct JSONOutline {
  let bytes: ArraySlice<UInt8>
  /// The text under the key `schema`, and the array under `forms`.
  private(set) var schema: String?
  private(set) var forms: ArraySlice<UInt8>?
  private(set) var isDocument = false
  private(set) var unknownKey: String?

  init(_ structure: inout JSONStructure) throws(Refusal) {
    guard structure.peek() == UInt8(ascii: "{") else {
      bytes = try structure.value()
      return
    }
    let start = structure
    var others: [String] = []
    var schema: String?
    var forms: ArraySlice<UInt8>?
    var isDocument = false
    try structure.forEachMember { (structure, key) throws(Refusal) in
      let value = try structure.value()
      switch key {
      case "schema":
        isDocument = true
        if value.first == UInt8(ascii: "\"") { schema = String(decoding: value.dropFirst().dropLast(), as: UTF8.self) }
      case "forms":
        isDocument = true
        if value.first == UInt8(ascii: "[") { forms = value }
      default: if others.isEmpty { others.append(key) }
      }
    }
    var whole = start
    bytes = try whole.value()
    self.schema = schema
    self.forms = forms
    self.isDocument = isDocument
    unknownKey = others.first
  }
}
