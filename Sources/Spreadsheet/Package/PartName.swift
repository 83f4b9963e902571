/// Names of parts and the targets that point at them (ECMA-376 part 2, 6.2 and 6.5). They are keys and never paths.
enum PartName {
  /// The form in which names are compared: `/` between segments, none in front, lower case, `.` and `..` resolved.
  static func normalize(_ name: String) -> String {
    var name = name
    let changed: String? = name.withUTF8 { bytes in
      switch effort(for: bytes) {
      case .none: nil
      case .smallLetters:
        String(unsafeUninitializedCapacity: bytes.count) { destination in
          for (index, byte) in bytes.enumerated() { destination[index] = smallLetter(byte) }
          return bytes.count
        }
      case .all: normalizeSegments(unescape(bytes))
      }
    }
    return changed ?? name
  }

  /// What is to be done to a name: little or nothing with nearly all, and each is asked for several times.
  private enum Effort { case none, smallLetters, all }

  private static func effort(for bytes: UnsafeBufferPointer<UInt8>) -> Effort {
    var previous = UInt8(ascii: "/")
    var effort = Effort.none
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "/") where previous == byte || previous == UInt8(ascii: "."): return .all
      case UInt8(ascii: "\\"), UInt8(ascii: "%"), 0x80...: return .all
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): effort = .smallLetters
      default: break
      }
      previous = byte
    }
    return effort
  }

  private static func smallLetter(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  private static func normalizeSegments(_ name: String) -> String {
    let text = name.lowercased()
    var segments: [Substring] = []
    for segment in text.utf8.split(whereSeparator: isSlash) {
      let segment = Substring(segment)
      switch segment {
      case ".": continue
      case "..": _ = segments.popLast()
      default: segments.append(segment)
      }
    }
    let isFolder = text.utf8.last.map { isSlash($0) } ?? false
    return segments.joined(separator: "/") + (isFolder ? "/" : "")
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

  /// The part that a relationship's target names, seen from the part that has the relationship.
  static func resolve(_ target: String, from part: String) -> String {
    var target = target
    var part = part
    let whole = target.withUTF8 { target in
      part.withUTF8 { part in
        let named = target.prefix { $0 != UInt8(ascii: "#") }
        let isAbsolute = named.first.map { isSlash($0) } ?? false
        let slash = isAbsolute ? nil : part.lastIndex(of: UInt8(ascii: "/"))
        let folder = part[..<(slash.map { $0 + 1 } ?? 0)]
        return String(unsafeUninitializedCapacity: folder.count + named.count) { destination in
          let behind = destination.initialize(fromContentsOf: folder)
          return destination[behind...].initialize(fromContentsOf: named)
        }
      }
    }
    return normalize(whole)
  }

  /// What programs mean that count from the wrong folder: `xl/worksheets/sheet1.xml`, or `/worksheets/sheet1.xml`, in
  /// the relationships of `xl/workbook.xml`.
  static func misread(_ target: String, from part: String) -> [String] {
    [normalize(target), resolve(String(Substring(target.utf8.drop(while: isSlash))), from: part)]
  }

  /// The part with the relationships of this part; of the package where the name is empty.
  static func relationships(of part: String) -> String {
    guard let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "_rels/\(part).rels" }
    return part[...slash] + "_rels/" + part[part.index(after: slash)...] + ".rels"
  }

  /// Percent escapes of ASCII characters, as IRIs have them (`sheet%201.xml`).
  private static func unescape(_ name: UnsafeBufferPointer<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = name[...]
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
