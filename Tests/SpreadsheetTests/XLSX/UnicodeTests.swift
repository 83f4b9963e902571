import Findings
import Testing

@testable import Spreadsheet

@Suite struct UnicodeTests {
  /// Random bytes with many that matter, in pieces: valid exactly where Swift says so.
  @Test func checksUTF8AsSwiftDoes() {
    var random = SeededGenerator(seed: 7)
    let telling: [UInt8] = [
      0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<5_000 {
      var bytes = Array("预算abc".utf8)
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        bytes.insert(telling.randomElement(using: &random) ?? 0, at: Int.random(in: 0...bytes.count, using: &random))
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      let split = Int.random(in: 0...bytes.count, using: &random)
      var check = UTF8Check()
      let first = bytes[..<split].withUnsafeBytes { check.firstInvalid(in: $0) }
      let second = first == nil ? bytes[split...].withUnsafeBytes { check.firstInvalid(in: $0, isLast: true) } : 0
      #expect((first == nil && second == nil) == isValid, "\(bytes)")
    }
  }

  @Test func convertsUTF16InPieces() throws {
    let text = "<a>预算😀</a>"
    let units = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for chunk in 1...9 {
      let stream = PartStream(SlowStream([0xFF, 0xFE] + units, chunk: chunk), name: "x")
      var result: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 64)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
        if count == 0 { break }
        result += buffer[..<count]
      }
      #expect(String(decoding: result, as: UTF8.self) == text)
    }
  }
}
