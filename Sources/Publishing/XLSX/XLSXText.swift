/// Texts as a cell of an XLSX file can hold them.
enum XLSXText {
  /// Excel's limit for the text of a cell, in UTF-16 units ("Excel specifications and limits").
  static let maximumLength = 32_767

  /// Escapes what XML cannot hold, and text that looks like such an escape (ECMA-376 part 1, 22.9.2.19 ST_Xstring): a NUL becomes
  /// `_x0000_`, the seven characters `_x0041_` become `_x005F_x0041_`, which Excel shows as `_x0041_`.
  static func escaped(_ text: String) -> String {
    var needsWork = false
    var underscore = false
    for byte in text.utf8 {
      if byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0xEF || (underscore && byte == UInt8(ascii: "x")) {
        needsWork = true
        break
      }
      underscore = byte == UInt8(ascii: "_")
    }
    guard needsWork else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x09, 0x0A: result.append(scalar)
      case 0..<0x20, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(
          contentsOf: ("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_").unicodeScalars)
      case 0x5F where isEscape(scalars[index...]): result.append(contentsOf: "_x005F_".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether the scalars begin with `_x`, four hexadecimal digits, `_`.
  private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let head = scalars.prefix(7)
    guard head.count == 7, head[head.startIndex + 1] == "x", head[head.startIndex + 6] == "_" else { return false }
    return head[(head.startIndex + 2)..<(head.startIndex + 6)].allSatisfy { $0.isASCII && $0.properties.isHexDigit }
  }
}
