import TrackingModel

/// Makes names for sheets that every spreadsheet program accepts, each different from those before.
///
/// A name has 1 to 31 UTF-16 units, none of `[ ] : * ? / \` and no control characters, does not begin or end with an apostrophe, is not
/// `History`, and differs from the others by more than case ("Excel specifications and limits").
package struct SheetNames {
  /// In UTF-16 units.
  package static let maximumLength = 31
  private var taken: Set<String> = ["history"]

  package init() {}

  /// A name as close to the wish as can be; an unnamed sheet is called 表.
  package mutating func name(for wish: String) -> String {
    let base = Self.safe(wish)
    var candidate = base
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let suffix = "(\(number))"
      candidate = Self.shortened(base, to: Self.maximumLength - suffix.utf16.count) + suffix
      number += 1
    }
    return candidate
  }

  /// A sheet's name as formulas write it: `'台账'`.
  static func quoted(_ name: String) -> String { "'" + name.replacingScalars("'", with: "''") + "'" }

  /// Whether a sheet can have this name.
  package static func isSafe(_ name: String) -> Bool { safe(name) == name && name.lowercased() != "history" }

  private static func safe(_ wish: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in wish.unicodeScalars {
      if "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace {
        scalars.append(" ")
      } else if !isInvisible(scalar) {
        scalars.append(scalar)
      }
    }
    var name = shortened(trimmed(String(scalars)), to: maximumLength)
    name = trimmed(name)
    return name.isEmpty ? "表" : name
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator: true
    case .format: scalar.value != 0x200D
    default: false
    }
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text.unicodeScalars[...]
    while let first = rest.first, first == " " || first == "'" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "'" { rest.removeLast() }
    return String(rest)
  }

  /// As many whole characters as fit.
  private static func shortened(_ text: String, to limit: Int) -> String {
    var result = ""
    var length = 0
    for character in text {
      length += character.utf16.count
      if length > limit { break }
      result.append(character)
    }
    return result
  }
}
