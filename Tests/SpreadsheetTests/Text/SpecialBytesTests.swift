import CTextScan
import Testing

@testable import Spreadsheet

@Suite("Special bytes, 64 at a time")
struct SpecialBytesTests {
  /// Who scans.
  enum Scanner: CaseIterable {
    case vectors, portable

    func scan(_ specials: inout text_specials, _ bytes: [UInt8], _ range: Range<Int>, _ masks: inout [UInt64]) -> UInt32
    {
      switch self {
      case .vectors: text_scan(&specials, bytes, range.lowerBound, range.upperBound, &masks)
      case .portable: text_scan_portable(&specials, bytes, range.lowerBound, range.upperBound, &masks)
      }
    }
  }

  static let pieces = [
    "a", ",", "\"", "\r\n", "\\", "项目", "é", "🀄", "\u{FFFD}", "\0", "，", "0123456789,abc,def", "住宅小区修缮",
  ]
  /// Sequences that are no UTF-8, one for each row of the table of faults.
  static let faults: [[UInt8]] = [
    [0x80], [0xC3, 0x41], [0xE9, 0xA1, 0x41], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
    [0xF0, 0x80, 0x80, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80], [0xE9, 0xA1, 0xB9, 0xB9], [0xFF],
  ]

  /// A text of random pieces.
  private func text(_ random: inout SeededGenerator, pieces: [String] = pieces) -> [UInt8] {
    (0..<Int.random(in: 0..<60, using: &random)).flatMap { _ in
      Array(pieces.randomElement(using: &random)?.utf8 ?? "".utf8)
    }
  }

  /// The masks and traits of bytes that came in two pieces.
  private func scan(
    _ bytes: [UInt8], cutAt cut: Int, _ scanner: Scanner
  ) -> (masks: [UInt64], traits: SpecialBytes.Traits) {
    var specials = text_specials(delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""), escape: UInt8(ascii: "\\"))
    var masks = [UInt64](repeating: ~0, count: 2 * (bytes.count / 64 + 1))
    var traits = scanner.scan(&specials, bytes, 0..<cut, &masks)
    traits |= scanner.scan(&specials, bytes, cut..<bytes.count, &masks)
    return (Array(masks.prefix((bytes.count + 63) / 64 * 2)), SpecialBytes.Traits(rawValue: traits))
  }

  private func expectedMasks(_ bytes: [UInt8]) -> [UInt64] {
    var masks = [UInt64](repeating: 0, count: (bytes.count + 63) / 64 * 2)
    for (index, byte) in bytes.enumerated() {
      let bit = UInt64(1) << UInt64(index % 64)
      if byte == UInt8(ascii: ",") { masks[index / 64 * 2] |= bit }
      if "\"\\\r\n".utf8.contains(byte) { masks[index / 64 * 2 + 1] |= bit }
    }
    return masks
  }

  @Test("are marked on any processor, however the text was cut", arguments: Scanner.allCases)
  func marks(by scanner: Scanner) {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let bytes = text(&random)
      let cut = UTF8Validation.wholeLength(bytes, upTo: Int.random(in: 0...bytes.count, using: &random))
      let (masks, traits) = scan(bytes, cutAt: cut, scanner)
      guard masks == expectedMasks(bytes) else {
        Issue.record("\(bytes) cut at \(cut)")
        return
      }
      let string = String(decoding: bytes, as: UTF8.self)
      if string.contains("\0") { #expect(traits.contains(.nul)) }
      if string.unicodeScalars.contains("\u{FFFD}") { #expect(traits.contains(.replacementCharacter)) }
    }
  }

  @Test("and with vector instructions nothing is suspected that is not there")
  func nothingSuspected() {
    var random = SeededGenerator(seed: 8)
    let pieces = Self.pieces.filter { $0 != "\0" && $0 != "\u{FFFD}" }
    let ofASCII = pieces.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    for _ in 0..<400 {
      let bytes = text(&random, pieces: Self.hasVectors ? pieces : ofASCII)
      let cut = UTF8Validation.wholeLength(bytes, upTo: Int.random(in: 0...bytes.count, using: &random))
      let traits = scan(bytes, cutAt: cut, .vectors).traits
      guard traits == [] else {
        Issue.record("\(traits) in \(bytes) cut at \(cut)")
        return
      }
    }
  }

  /// Whether `text_scan` is another function than the portable one, which suspects every character that is not ASCII.
  private static let hasVectors: Bool = {
    var specials = text_specials(delimiter: 44, quote: 34, escape: 10)
    var masks: [UInt64] = [0, 0]
    return text_scan(&specials, Array("项".utf8), 0, 3, &masks) == 0
  }()

  @Test("and no fault is missed, wherever it stands", arguments: faults, Scanner.allCases)
  func missesNone(_ fault: [UInt8], by scanner: Scanner) {
    var random = SeededGenerator(seed: 9)
    for length in 0..<140 {
      let before = Array(repeating: UInt8(ascii: "x"), count: length)
      let after = length % 2 == 0 ? Array("项".utf8) : text(&random)
      let traits = scan(before + fault + after, cutAt: length, scanner).traits
      guard traits.contains(.invalidUTF8) else {
        Issue.record("\(fault) behind \(length) bytes")
        return
      }
    }
  }
}

extension UTF8Validation {
  /// The length of the beginning of some bytes, without a character cut off.
  fileprivate static func wholeLength(_ bytes: [UInt8], upTo length: Int) -> Int {
    bytes[..<length].withUnsafeBytes { lengthOfWholeCharacters($0) }
  }
}
