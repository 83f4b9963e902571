/// The characters of GB 18030, as glibc's iconv has them, laid out for reading and measuring fast.
///
/// Made once, when the first such file is read: some 63,000 sequences of two and four bytes are put to iconv.
final class GB18030Table: Sendable {
  static let shared = GB18030Table()

  /// By lead and trail byte from (0x81, 0x40) on, the UTF-8 bytes of the character, first lowest, and their number in the highest byte; 0 where there is none.
  let pairs: [UInt32]
  /// By the linear index of a sequence of four bytes below U+10000, the character; 0 where there is none.
  let quadruples: [UInt16]
  /// By character below U+10000: its two bytes with a mark, or the linear index of its four bytes.
  private let codes: [UInt32]

  /// `€`, which has two bytes here and one in code page 936.
  static let euro: UInt32 = 0x20AC
  static let firstLead: UInt8 = 0x81
  static let firstTrail: UInt8 = 0x40
  static let leads = 0xFE - 0x81 + 1
  static let trails = 0xFE - 0x40 + 1
  /// Four-byte sequences 0x81308130 to 0x8431A439 stand for characters below U+10000.
  static let quadrupleCount = 39_420
  /// From 0x90308130 on, they stand for U+10000 to U+10FFFF in order.
  static let firstSupplementary = 189_000

  /// Where iconv is not reversible, GB 18030-2022 decides. Six pairs stand for characters of private use ...
  private static let privatePairs: [UInt16: UInt16] = [
    0xFE51: 0xE816, 0xFE52: 0xE817, 0xFE53: 0xE818, 0xFE6C: 0xE831, 0xFE76: 0xE83B, 0xFE91: 0xE855,
  ]
  /// ... and so do eighteen sequences of four bytes, by their linear index, whose former characters have got pairs.
  private static let privateQuadruples: [Int: UInt16] = [
    19_057: 0xE81E, 19_058: 0xE826, 19_059: 0xE82B, 19_060: 0xE82C, 19_061: 0xE832, 19_062: 0xE843, 19_063: 0xE854,
    19_064: 0xE864, 39_076: 0xE78D, 39_077: 0xE78F, 39_078: 0xE78E, 39_079: 0xE790, 39_080: 0xE791, 39_081: 0xE792,
    39_082: 0xE793, 39_083: 0xE794, 39_084: 0xE795, 39_085: 0xE796,
  ]
  private static let pairMark: UInt32 = 1 << 31

  private init() {
    let converter = CharacterSetConverter(from: "GB18030", to: "UTF-16LE")
    func character(_ bytes: [UInt8]) -> UInt16 {
      guard let converter else { return 0 }
      converter.reset()
      var unit: UInt32 = 0
      let done = withUnsafeMutableBytes(of: &unit) { destination in
        bytes.withUnsafeBytes { converter.convert($0, into: destination) }
      }
      return done.written == 2 && done.read == bytes.count ? UInt16(truncatingIfNeeded: unit) : 0
    }

    var pairs = [UInt32](repeating: 0, count: Self.leads * Self.trails)
    var codes = [UInt32](repeating: 0, count: 0x10000)
    for lead in 0..<Self.leads {
      for trail in 0..<Self.trails where trail != 0x3F {
        let code = UInt16(lead + 0x81) << 8 | UInt16(trail + 0x40)
        let scalar = Self.privatePairs[code] ?? character([UInt8(code >> 8), UInt8(code & 0xFF)])
        if scalar == 0 { continue }
        var packed: UInt32 = 0
        let length = withUnsafeMutableBytes(of: &packed) { destination in
          UTF8Bytes.write(
            UInt32(scalar), to: destination.assumingMemoryBound(to: UInt8.self).baseAddress.unsafelyUnwrapped)
        }
        pairs[lead * Self.trails + trail] = packed | UInt32(length) << 24
        codes[Int(scalar)] = Self.pairMark | UInt32(lead + 0x81) << 8 | UInt32(trail + 0x40)
      }
    }
    self.pairs = pairs
    quadruples = (0..<Self.quadrupleCount).map { Self.privateQuadruples[$0] ?? character(Self.quadruple($0)) }
    for (index, scalar) in quadruples.enumerated() where scalar != 0 && codes[Int(scalar)] == 0 {
      codes[Int(scalar)] = UInt32(index)
    }
    self.codes = codes
  }

  /// The four bytes of a linear index.
  static func quadruple(_ index: Int) -> [UInt8] {
    let bytes: [Int] = [index / 12_600 + 0x81, index / 1260 % 10 + 0x30, index / 10 % 126 + 0x81, index % 10 + 0x30]
    return bytes.map { UInt8($0) }
  }

  /// Whether a character below U+10000 takes two bytes, not four.
  @inline(__always)
  func takesTwoBytes(_ scalar: UInt32) -> Bool { codes[Int(scalar)] & Self.pairMark != 0 }

  /// The two or four bytes of a character that is not ASCII.
  func bytes(of scalar: UInt32) -> [UInt8] {
    guard scalar < 0x10000 else { return Self.quadruple(Self.firstSupplementary + Int(scalar) - 0x10000) }
    let code = codes[Int(scalar)]
    if code & Self.pairMark != 0 { return [UInt8(truncatingIfNeeded: code >> 8), UInt8(truncatingIfNeeded: code)] }
    return Self.quadruple(Int(code))
  }
}
