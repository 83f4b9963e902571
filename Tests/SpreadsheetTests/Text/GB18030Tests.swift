import Testing

@testable import Spreadsheet

@Suite("GB 18030")
struct GB18030Tests {
  /// As the standard and iconv write them.
  static let samples: [(String, [UInt8])] = [
    ("A", [0x41]), ("€", [0xA2, 0xE3]), ("中", [0xD6, 0xD0]), ("≥", [0xA1, 0xDD]), ("㎡", [0xA9, 0x4F]),
    ("\u{80}", [0x81, 0x30, 0x81, 0x30]), ("㐀", [0x81, 0x39, 0xEE, 0x39]), ("𠀀", [0x95, 0x32, 0x82, 0x36]),
    ("😀", [0x94, 0x39, 0xFC, 0x36]), ("\u{10FFFF}", [0xE3, 0x32, 0x9A, 0x35]),
  ]

  @Test("characters of one, two and four bytes", arguments: samples)
  func characters(text: String, bytes: [UInt8]) {
    #expect(TextEncoder(.gb18030).encode(Array(text.utf8)) == bytes)
    #expect(decoded(bytes) == text)
  }

  @Test("every character of Unicode comes back")
  func everyCharacter() {
    let values = Array(0x80...0xD7FF) + Array(0xE000...0xFFFF) + stride(from: 0x10000, to: 0x110000, by: 97)
    var text = ""
    text.unicodeScalars.append(contentsOf: values.compactMap { Unicode.Scalar($0) })
    let back = decoded(TextEncoder(.gb18030).encode(Array(text.utf8)))
    #expect(zip(back.unicodeScalars, text.unicodeScalars).first { $0 != $1 } == nil)
    #expect(back == text)
  }

  private func decoded(_ bytes: [UInt8]) -> String {
    var output = [UInt8](repeating: 0, count: bytes.count * 3 + 8)
    let outcome = bytes.withUnsafeBytes { input in
      output.withUnsafeMutableBufferPointer { room in
        room.baseAddress.map { GB18030Transcoder().decode(input, into: $0) }
      }
    }
    return String(decoding: output.prefix(outcome?.written ?? 0), as: UTF8.self)
  }
}
