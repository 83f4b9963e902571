/// RC4 with a key for each 1,024 bytes of the stream: the one of Excel 97 with MD5 ([MS-OFFCRYPTO] 2.3.6), and that of Excel 2002
/// with SHA-1 (RC4 CryptoAPI, 2.3.5).
struct RC4Encryption: WorkbookCipher {
  /// What the keys of all blocks are made of.
  private let secret: [UInt8]
  /// Bytes of a key; 0 for those of Excel 97, which are digests as a whole.
  private let keyLength: Int
  private var block = -1
  private var stream = RC4(key: [0])
  /// How much of the block's bytes has been used.
  private var position = 0

  private static let blockLength = 1024

  /// - Parameter fields: The salt, the verifier and its digest, 16 bytes each.
  /// - Returns: nil where the password is another one.
  init?(_ fields: [UInt8], password: String) {
    guard fields.count >= 48 else { return nil }
    let first = MD5.digest(Self.wide(password)).prefix(5)
    secret = Array(MD5.digest((0..<16).flatMap { _ in first + fields[..<16] }).prefix(5))
    keyLength = 0
    stream = RC4(key: key(of: 0))
    let verifier = stream.apply(to: Array(fields[16..<32]))
    guard stream.apply(to: Array(fields[32..<48])) == MD5.digest(verifier) else { return nil }
  }

  /// - Parameter fields: Flags, the length of the header, the header, and the verifier ([MS-OFFCRYPTO] 2.3.5.1).
  /// - Returns: nil where the password is another one, or the algorithms are others.
  init?(cryptoAPI fields: [UInt8], password: String) {
    func number(_ offset: Int) -> Int {
      offset + 4 <= fields.count ? (0..<4).reduce(0) { $0 | Int(fields[offset + $1]) << (8 * $1) } : -1
    }
    let header = 8
    let start = header + number(4)
    let rc4 = [0, 0x6801]
    let sha1 = [0, 0x8004]
    guard number(4) >= 32, rc4.contains(number(header + 8)), sha1.contains(number(header + 12)), number(start) == 16,
      start + 60 <= fields.count
    else { return nil }
    let bits = number(header + 16)
    guard bits == 0 || (40...128).contains(bits) && bits % 8 == 0 else { return nil }
    secret = SHA1.digest(Array(fields[start + 4..<start + 20]) + Self.wide(password))
    keyLength = bits == 0 ? 5 : bits / 8
    stream = RC4(key: key(of: 0))
    let verifier = stream.apply(to: Array(fields[start + 20..<start + 36]))
    guard stream.apply(to: Array(fields[start + 40..<start + 60])) == SHA1.digest(verifier) else { return nil }
  }

  mutating func decrypt(_ bytes: inout ArraySlice<UInt8>, at offset: Int) {
    var offset = offset
    for index in bytes.indices {
      go(to: offset)
      bytes[index] ^= stream.next()
      position += 1
      offset += 1
    }
  }

  /// Has the next byte be that of an offset; offsets go forward.
  private mutating func go(to offset: Int) {
    if offset / Self.blockLength != block || offset % Self.blockLength < position {
      block = offset / Self.blockLength
      stream = RC4(key: key(of: block))
      position = 0
    }
    while position < offset % Self.blockLength {
      _ = stream.next()
      position += 1
    }
  }

  private func key(of block: Int) -> [UInt8] {
    let number = (0..<4).map { UInt8(truncatingIfNeeded: block >> (8 * $0)) }
    guard keyLength > 0 else { return MD5.digest(secret + number) }
    let key = Array(SHA1.digest(secret + number).prefix(keyLength))
    // A key of 40 bits is filled up to 128.
    return keyLength == 5 ? key + [UInt8](repeating: 0, count: 11) : key
  }

  private static func wide(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }
}
