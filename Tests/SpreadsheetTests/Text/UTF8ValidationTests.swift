import Testing

@testable import Spreadsheet

@Suite("Strict UTF-8")
struct UTF8ValidationTests {
  /// Leads and seconds at all borders of The Unicode Standard's table 3-7.
  static let borders: [UInt8] = [
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
    0xF0,
    0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test("agrees with the standard library on every sequence of four border bytes", arguments: borders)
  func sequences(first: UInt8) {
    for second in Self.borders {
      for third in Self.borders {
        for fourth in [0x41, 0x80, 0xBF] as [UInt8] {
          for prefix in ["", "项目abc"] where third == 0x80 || prefix.isEmpty {
            let bytes = Array(prefix.utf8) + [first, second, third, fourth]
            let outcome = bytes.withUnsafeBytes { UTF8Validation.check($0) }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            guard (outcome.validLength == bytes.count && !outcome.isMalformed) == isValid else {
              Issue.record("\(bytes)")
              return
            }
            guard String(validating: bytes[..<outcome.validLength], as: UTF8.self) != nil else {
              Issue.record("\(bytes) is not valid up to \(outcome.validLength)")
              return
            }
          }
        }
      }
    }
  }

  @Test("a character whose end is missing is no fault, but does not count")
  func cutOff() {
    let bytes = Array("项目".utf8)
    for count in 0...6 {
      let outcome = bytes[..<count].withUnsafeBytes { UTF8Validation.check($0) }
      #expect(outcome == UTF8Validation.Outcome(validLength: count / 3 * 3, isMalformed: false))
    }
  }

  @Test("a character that may be cut off is left for the bytes to come")
  func wholeCharacters() {
    func length(_ bytes: [UInt8]) -> Int { bytes.withUnsafeBytes { UTF8Validation.lengthOfWholeCharacters($0) } }
    for text in ["a", "é", "项", "🀄"] {
      let bytes = Array("项a项".utf8) + Array(text.utf8)
      #expect(length(bytes) == bytes.count)
      for cut in 1..<max(text.utf8.count, 1) where cut < text.utf8.count {
        #expect(length(Array(bytes.dropLast(cut))) == 7)
      }
    }
    #expect(length([]) == 0)
    #expect(length([0xE9]) == 0)
    #expect(length([0x80, 0x80, 0x80, 0x80]) == 4)
  }
}
