/// Texts as an XLSX file can hold them.
///
/// Limits are those of "Excel specifications and limits", in UTF-16 units.
enum XLSXText {
  /// Of a cell or a comment, as it is written: an escape has seven.
  static let maximumLength = 32_767
  /// Of the options of a list written into the sheet, with the commas between them: bytes of UTF-8, for which the library has this space.
  static let maximumListLength = 255
  /// Of a header or footer.
  static let maximumFooterLength = 255

  /// As much from the beginning of a text that is only shown as a limit allows, `…` behind it.
  static func shortened(_ text: String, to limit: Int) -> String {
    if fits(text, limit) { return text }
    var length = 1
    let kept = text.unicodeScalars.prefix {
      length += $0 == "_" || needsEscape($0.value) ? 7 : UTF16.width($0)
      return length <= limit
    }
    return String(kept) + "…"
  }

  /// Whether a text is no longer than a limit, escapes included.
  static func fits(_ text: String, _ limit: Int) -> Bool {
    // No byte takes more than seven units.
    if text.utf8.count <= limit / 7 { return true }
    let written = escaped(text)
    return written.utf8.count <= limit || written.utf16.count <= limit
  }

  /// Escapes what XML cannot hold, and text that looks like such an escape (ECMA-376 part 1, 22.9.2.19 ST_Xstring): a NUL becomes
  /// `_x0000_`, the seven characters `_x0041_` become `_x005F_x0041_`, which Excel shows as `_x0041_`.
  static func escaped(_ text: String) -> String {
    var text = text
    let needsWork = text.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        if byte < 0x20 {
          if byte != 0x09, byte != 0x0A { return true }
        } else if byte == 0x5F {
          if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "x") { return true }
        } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
          return true
        }
      }
      return false
    }
    return needsWork ? escapedSlowly(text) : text
  }

  private static func escapedSlowly(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if needsEscape(scalar.value) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(
          contentsOf: ("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_").unicodeScalars)
      } else if scalar == "_", isCode(scalars[index...]) {
        result.append(contentsOf: "_x005F_".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func needsEscape(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether the scalars begin with `_x` and four hexadecimal digits. Where no `_` is next, the escape of what is may bring one.
  private static func isCode(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let head = Array(scalars.prefix(6))
    guard head.count == 6, head[1] == "x" else { return false }
    return head[2...5].allSatisfy { $0.isASCII && $0.properties.isHexDigit }
  }
}
