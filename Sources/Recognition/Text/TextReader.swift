import Findings
import TrackingModel

/// Reads texts: names and values as one line, goals and reasons with their line breaks.
enum TextReader {
  /// A text of one line: line breaks are dropped, with a note; between Latin words a space takes their place. nil where nothing
  /// stands there.
  static func line(_ words: String) -> Reading<String?> {
    if NoneMark.isNone(words) { return Reading(nil) }
    let text = words.trimmed
    guard text.unicodeScalars.contains(where: { $0.value == 10 || $0.value == 13 || $0.value == 0x2028 }) else {
      return Reading(text)
    }
    let joined = joinLines(of: text)
    return Reading(joined, [Finding(.lineBreaksDropped, ["read": joined])])
  }

  /// A text of several lines, its line breaks kept as `\n`; nil where nothing stands there.
  static func prose(_ words: String) -> String? {
    if NoneMark.isNone(words) { return nil }
    return words.trimmed.withLineFeeds
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA...0xD, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The lines of a text behind each other, as `dropping line breaks` of the form's rule wants it.
  static func joinLines(of text: String) -> String {
    guard text.unicodeScalars.contains(where: isLineEnd) else { return text.trimmed }
    var result = ""
    for piece in text.split(whereSeparator: \.isNewline) {
      let line = String(piece).trimmed
      if let last = result.last, let first = line.first, last.isLatin && first.isLatin { result += " " }
      result += line
    }
    return result
  }
}

extension Character {
  /// A letter or digit of a script that sets spaces between its words.
  fileprivate var isLatin: Bool { isASCII && (isLetter || isNumber) }
}
