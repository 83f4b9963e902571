import Recognition
import Spreadsheet
import TrackingModel

/// Reads written workbooks through the modules that read all input.
enum ReadBack {
  static func recognized(_ bytes: [UInt8]) throws -> [RecognizedForm] {
    var forms: [RecognizedForm] = []
    _ = try Recognizer().recognize(Workbooks.open(bytes: bytes)) { forms.append($0) }
    return forms
  }

  static func forms(of bytes: [UInt8]) throws -> [TrackingForm] { try recognized(bytes).map(\.form) }

  static func sheets(of bytes: [UInt8]) throws -> [Sheet] {
    let workbook = try Workbooks.open(bytes: bytes)
    return try workbook.sheets.map { try workbook.sheet($0) }
  }
}

/// Shows where two forms begin to differ, so that a failed comparison of long forms can be read.
enum Difference {
  /// nil where they are the same.
  static func first(between one: TrackingForm, and other: TrackingForm) -> String? {
    let left = lines(one)
    let right = lines(other)
    for (was, now) in zip(left, right) where was != now {
      let same = zip(was, now).prefix { $0 == $1 }.count
      return "\(was.dropFirst(same - 20).prefix(80)) became \(now.dropFirst(same - 20).prefix(80))"
    }
    return left.count == right.count ? nil : "\(left.count) lines of JSON became \(right.count)"
  }

  private static func lines(_ form: TrackingForm) -> [String] {
    String(decoding: CanonicalJSON.document([form.withoutSource]), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }
}
