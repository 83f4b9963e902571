import Testing

@testable import Spreadsheet

/// Characters of one byte and of two as UTF-8: what nearly every text consists of in one go, and what Excel escapes by another way.
@Suite struct StoredCharactersTests {
  /// The text of characters, and whether it was written in one go.
  private static func read(_ bytes: [UInt8], isWide: Bool) -> (text: String, isPlain: Bool) {
    bytes.withUnsafeBytes { bytes in
      let characters = StoredCharacters(bytes: bytes, isWide: isWide)
      let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: characters.capacity)
      defer { memory.deallocate() }
      return (String(decoding: characters.utf8, as: UTF8.self), characters.write(to: memory) != nil)
    }
  }

  @Test(arguments: ["", "75.00(%)", "é÷ÿ", "\u{80}\u{A0}"]) func ofOneByte(_ text: String) {
    let read = Self.read(text.unicodeScalars.map { UInt8($0.value) }, isWide: false)
    #expect(read.text == text)
    #expect(read.isPlain)
  }

  @Test(arguments: ["", "≥75.00(%)", "服务对象满意度指标", "aé\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{FFFF}"]) func ofTwoBytes(
    _ text: String
  ) {
    let read = Self.read(BIFFBytes.wide(text), isWide: true)
    #expect(read.text == text)
    #expect(read.isPlain)
  }

  @Test func pairsAreOneCharacter() {
    let read = Self.read(BIFFBytes.wide("第𠀀项😀"), isWide: true)
    #expect(read.text == "第𠀀项😀")
    #expect(!read.isPlain)
  }

  @Test func zerosAndHalvesOfPairsAreEscaped() {
    #expect(Self.read([0x61, 0, 0x62], isWide: false) == ("a_x0000_b", false))
    #expect(Self.read([0x61, 0, 0, 0, 0x62, 0], isWide: true) == ("a_x0000_b", false))
    #expect(Self.read([0x3D, 0xD8, 0x62, 0], isWide: true) == ("_xD83D_b", false))
    #expect(Self.read([0x62, 0, 0x00, 0xDE], isWide: true) == ("b_xDE00_", false))
  }

  /// Half of a character behind the last whole one is not looked at.
  @Test func anOddByteIsNone() { #expect(Self.read([0x61, 0, 0x62], isWide: true) == ("a", true)) }
}
