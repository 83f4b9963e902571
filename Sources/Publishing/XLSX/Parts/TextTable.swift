import TrackingModel

/// The texts of a workbook's cells, each once (ECMA-376 part 1, 18.4.9).
struct TextTable {
  private var numbers: [ExactText: Int] = [:]
  private var xml = XMLBytes(capacity: 8192)
  private var uses = 0

  var isEmpty: Bool { numbers.isEmpty }

  init() { numbers.reserveCapacity(500) }

  /// The number of a text.
  mutating func number(of text: String) -> Int {
    uses += 1
    let key = ExactText(text)
    if let known = numbers[key] { return known }
    let number = numbers.count
    numbers[key] = number
    xml.raw("<si>")
    xml.item(text)
    xml.raw("</si>")
    return number
  }

  func part() -> XMLBytes {
    var part = XMLBytes(capacity: xml.bytes.count + 256)
    part.raw(XMLBytes.declaration)
    part.raw("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"")
    part.number(uses)
    part.raw("\" uniqueCount=\"")
    part.number(numbers.count)
    part.raw("\">")
    part.append(xml)
    part.raw("</sst>")
    return part
  }
}
