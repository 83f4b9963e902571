import Foundation

/// File names that Windows, Linux and macOS all take.
package enum SafeName {
  /// Bytes of UTF-8 that a name may have, its number and extension included. File systems allow 255; the rest is left for
  /// programs that add `~$` or ` - 副本`.
  package static let maximumBytes = 200

  /// One component of a path, made from any text: no reserved character, no device name, no dot or space at the end.
  ///
  /// - Parameters:
  ///   - suffix: What has to stand at the end whatever is cut: a number and an extension.
  package static func component(_ text: String, suffix: String = "") -> String {
    var stem = ""
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      stem.unicodeScalars.append(isForbidden(scalar) ? "_" : scalar)
    }
    stem = trimmed(stem)
    if isDevice(stem) { stem = "_" + stem }
    if stem.utf8.count + suffix.utf8.count > maximumBytes {
      var remaining = maximumBytes - suffix.utf8.count
      stem = trimmed(
        String(
          stem.prefix {
            remaining -= $0.utf8.count
            return remaining >= 0
          }))
    }
    return (stem.isEmpty ? "_" : stem) + suffix
  }

  /// What two names have in common that are one file on a file system which ignores case or composition.
  static func folded(_ name: String) -> String { name.lowercased().precomposedStringWithCanonicalMapping }

  /// Control characters, direction marks that hide what a name says, and what Windows reserves.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "/", ":", "*", "?", "\"", "<", ">", "|": true
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200B}", "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}",
      "\u{2066}"..."\u{2069}", "\u{FEFF}", "\u{FFFD}":
      true
    default: false
    }
  }

  private static func trimmed(_ name: String) -> String {
    var name = name[...]
    while let last = name.last, last == "." || last.isWhitespace { name.removeLast() }
    while let first = name.first, first.isWhitespace { name.removeFirst() }
    return String(name)
  }

  /// Names that Windows keeps for devices, with any extension.
  private static func isDevice(_ name: String) -> Bool {
    let base = name.prefix { $0 != "." }.uppercased()
    if ["CON", "PRN", "AUX", "NUL"].contains(base) { return true }
    guard base.count == 4, base.hasPrefix("COM") || base.hasPrefix("LPT") else { return false }
    return base.last?.isNumber == true
  }
}
