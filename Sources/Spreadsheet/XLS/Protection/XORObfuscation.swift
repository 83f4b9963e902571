/// Method 1 of XOR obfuscation ([MS-OFFCRYPTO] 2.3.7), in the form that Excel gives it: bytes of the key array are rotated by two.
struct XORObfuscation: WorkbookCipher {
  private let array: [UInt8]

  private static let padding: [UInt8] = [
    0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF, 0x0F, 0x00,
  ]

  /// - Returns: nil where the password is another one.
  init?(key: Int, verifier: Int, password: String) {
    let letters = Array(password.utf8.prefix(15))
    guard Self.verifier(of: letters) == verifier else { return nil }
    array = (letters + Self.padding).prefix(16).enumerated().map { index, byte in
      let mixed = byte ^ UInt8(truncatingIfNeeded: index % 2 == 0 ? key : key >> 8)
      return mixed << 2 | mixed >> 6
    }
  }

  /// [MS-OFFCRYPTO] 2.3.7.1.
  private static func verifier(of password: [UInt8]) -> Int {
    var verifier = 0
    for byte in ([UInt8(password.count)] + password).reversed() {
      verifier = (verifier >> 14 & 1 | verifier << 1 & 0x7FFF) ^ Int(byte)
    }
    return verifier ^ 0xCE4B
  }

  mutating func decrypt(_ bytes: inout ArraySlice<UInt8>, at offset: Int) {
    let first = offset + bytes.count
    let start = bytes.startIndex
    for index in bytes.indices {
      let byte = bytes[index]
      bytes[index] = (byte << 3 | byte >> 5) ^ array[(first + index - start) % 16]
    }
  }
}
