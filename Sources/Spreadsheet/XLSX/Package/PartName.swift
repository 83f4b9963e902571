/// Names of parts and the targets that point at them (ECMA-376 part 2, 6.2 and 6.5). They are keys and never paths.
enum PartName {
  /// The form in which names are compared: `/` between segments, none in front, lower case, `.` and `..` resolved.
  static func normalise(_ name: String) -> String {
    if isNormal(name) { return name }
    var segments: [Substring] = []
    let unified = unescape(name).lowercased().map { $0 == "\\" ? "/" : $0 }
    let text = String(unified)
    for segment in text.split(separator: "/") {
      switch segment {
      case ".": continue
      case "..": _ = segments.popLast()
      default: segments.append(segment)
      }
    }
    return segments.joined(separator: "/") + (text.hasSuffix("/") ? "/" : "")
  }

  /// Whether nothing is to be done, as with nearly all names; told from the bytes, because it is asked so often.
  private static func isNormal(_ name: String) -> Bool {
    var previous = UInt8(ascii: "/")
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "/") where previous == byte || previous == UInt8(ascii: "."): return false
      case UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: return false
      default: previous = byte
      }
    }
    return true
  }

  /// The part that a relationship's target names, seen from the part that has the relationship.
  static func resolve(_ target: String, from part: String) -> String {
    let target = String(target.prefix { $0 != "#" })
    if target.hasPrefix("/") || target.hasPrefix("\\") { return normalise(target) }
    let folder = part.lastIndex(of: "/").map { part[...$0] } ?? ""
    return normalise(String(folder) + target)
  }

  /// The part with the relationships of this part; of the package where the name is empty.
  static func relationships(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return part[...slash] + "_rels/" + part[part.index(after: slash)...] + ".rels"
  }

  /// Percent escapes of ASCII characters, as IRIs have them (`sheet%201.xml`).
  private static func unescape(_ name: String) -> String {
    guard name.contains("%") else { return name }
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.count >= 2, value >= 32
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
