/// The characters of GB 18030, as glibc's iconv has them, laid out for reading and measuring fast.
///
/// Made once, when the first such file is read: some 63,000 sequences of two and four bytes are put to iconv.
final class GB18030Table: Sendable {
  static let shared = GB18030Table()

  /// By lead and trail byte from (0x81, 0x40) on, the UTF-8 bytes of the character, first lowest, and their number in the highest byte; 0 where there is none.
  let pairs: [UInt32]
  /// By the linear index of a sequence of four bytes below U+10000, the character; 0 where there is none.
  let quadruples: [UInt16]
  /// A bit for each character below U+10000: whether it takes two bytes.
  private let isPair: [UInt64]

  static let firstLead: UInt8 = 0x81
  static let firstTrail: UInt8 = 0x40
  static let leads = 0xFE - 0x81 + 1
  static let trails = 0xFE - 0x40 + 1
  /// Four-byte sequences 0x81308130 to 0x8431A439 stand for characters below U+10000.
  static let quadrupleCount = 39_420

  private init() {
    let converter = CharacterSetConverter(from: "GB18030", to: "UTF-16LE")
    func character(_ bytes: [UInt8]) -> UInt16 {
      guard let converter else { return 0 }
      converter.reset()
      var unit: UInt32 = 0
      let done = withUnsafeMutableBytes(of: &unit) { room in
        bytes.withUnsafeBytes { converter.convert($0, into: room) }
      }
      return done.written == 2 && done.read == bytes.count ? UInt16(truncatingIfNeeded: unit) : 0
    }

    var pairs = [UInt32](repeating: 0, count: Self.leads * Self.trails)
    var isPair = [UInt64](repeating: 0, count: 1024)
    for lead in 0..<Self.leads {
      for trail in 0..<Self.trails where trail != 0x3F {
        let scalar = character([UInt8(lead + 0x81), UInt8(trail + 0x40)])
        if scalar == 0 { continue }
        var packed: UInt32 = 0
        let length = withUnsafeMutableBytes(of: &packed) { room in
          UTF8Bytes.write(UInt32(scalar), to: room.assumingMemoryBound(to: UInt8.self).baseAddress.unsafelyUnwrapped)
        }
        pairs[lead * Self.trails + trail] = packed | UInt32(length) << 24
        isPair[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
      }
    }
    self.pairs = pairs
    self.isPair = isPair
    quadruples = (0..<Self.quadrupleCount).map { character(Self.quadruple($0)) }
  }

  /// The four bytes of a linear index.
  static func quadruple(_ index: Int) -> [UInt8] {
    let bytes: [Int] = [index / 12_600 + 0x81, index / 1260 % 10 + 0x30, index / 10 % 126 + 0x81, index % 10 + 0x30]
    return bytes.map { UInt8($0) }
  }

  /// Whether a character below U+10000 takes two bytes, not four.
  @inline(__always)
  func takesTwoBytes(_ scalar: UInt32) -> Bool {
    isPair[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 != 0
  }
}
