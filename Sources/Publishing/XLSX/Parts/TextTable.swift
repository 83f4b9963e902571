import Foundation

/// The texts of a workbook's cells, each once (ECMA-376 part 1, 18.4.9).
struct TextTable {
  /// A text by its bytes: `String` takes texts for the same that Unicode calls equivalent, and a cell would come back in other bytes.
  private struct Key: Hashable {
    let text: String

    static func == (left: Key, right: Key) -> Bool {
      var (left, right) = (left.text, right.text)
      return left.withUTF8 { left in
        right.withUTF8 { right in
          guard let one = left.baseAddress, let other = right.baseAddress else { return left.count == right.count }
          return left.count == right.count && memcmp(one, other, left.count) == 0
        }
      }
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private var numbers: [Key: Int] = [:]
  private var xml = XMLBytes(capacity: 8192)
  private var uses = 0

  var isEmpty: Bool { numbers.isEmpty }

  init() { numbers.reserveCapacity(500) }

  /// The number of a text.
  mutating func number(of text: String) -> Int {
    uses += 1
    let key = Key(text: text)
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
