import Findings

/// The character set of a workbook before Excel 97 ([MS-XLS] 2.4.52), whose texts are bytes.
final class CodePage {
  /// As it was named by the workbook, or guessed.
  let name: String
  private let transcoder: (any Transcoder)?

  static var utf8: CodePage { CodePage(name: "UTF-8", transcoder: nil) }

  private init(name: String, transcoder: (any Transcoder)?) {
    self.name = name
    self.transcoder = transcoder
  }

  /// - Returns: nil for an unknown number.
  convenience init?(_ number: Int) {
    switch number {
    case 65001: self.init(name: "UTF-8", transcoder: nil)
    case 1200: self.init(name: "UTF-16LE", transcoder: UTF16Transcoder(isBigEndian: false))
    case 936, 10008, 54936: self.init(name: "GB18030", transcoder: GB18030Transcoder())
    default:
      let name = Self.names[number] ?? "CP\(number)"
      guard let transcoder = NamedTranscoder(name) else { return nil }
      self.init(name: name, transcoder: transcoder)
    }
  }

  /// Those of the Macintosh and others that iconv knows by a name.
  private static let names = [
    367: "CP1252", 10000: "MACINTOSH", 10001: "SHIFT_JIS", 10002: "BIG5", 10003: "EUC-KR", 32768: "MACINTOSH",
    32769: "CP1252", 1361: "JOHAB",
  ]

  /// The text of bytes, and whether all of them were text; those that are none become U+FFFD.
  func text(_ bytes: UnsafeRawBufferPointer) -> (text: String, isWhole: Bool) {
    let isASCII = bytes.allSatisfy { $0 < 0x80 && $0 != 0 }
    guard let transcoder, !isASCII || name == "UTF-16LE" else {
      let isWhole =
        isASCII
        || {
          var check = UTF8Check(); return check.firstInvalid(in: bytes, isLast: true) == nil
        }()
      return (String(decoding: bytes, as: UTF8.self), isWhole)
    }
    let capacity = bytes.count * transcoder.expansion + 16
    var isWhole = true
    let text = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { output in
      guard let start = output.baseAddress else { return "" }
      var result: [UInt8] = []
      var read = 0
      while read < bytes.count {
        let done = transcoder.decode(UnsafeRawBufferPointer(rebasing: bytes[read...]), into: start)
        result += output[..<done.written]
        read += done.read
        if read < bytes.count {
          isWhole = false
          result += Array("\u{FFFD}".utf8)
          read += name == "UTF-16LE" ? 2 : 1
        }
      }
      let held = transcoder.finish(into: UnsafeMutableRawBufferPointer(output))
      result += output[..<held]
      return String(decoding: result, as: UTF8.self)
    }
    return (text, isWhole)
  }
}
