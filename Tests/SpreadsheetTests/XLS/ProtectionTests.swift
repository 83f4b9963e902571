import Testing

@testable import Spreadsheet

@Suite struct ProtectionTests {
  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// RFC 1321, A.5.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
  ]) func md5(_ message: String, _ digest: String) {
    #expect(hexadecimal(MD5.digest(Array(message.utf8))) == digest)
  }

  /// FIPS 180-4's examples.
  @Test(arguments: [
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"), ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
  ]) func sha1(_ message: String, _ digest: String) {
    #expect(hexadecimal(SHA1.digest(Array(message.utf8))) == digest)
  }

  /// RFC 6229, for keys of 40 and 128 bits.
  @Test(arguments: [(5, "b2396305f03dc027ccc3524a0a1118a8"), (16, "9ac7cc9a609d1ef7b2932899cde41b97")])
  func rc4(_ length: Int, _ bytes: String) {
    var stream = RC4(key: (1...UInt8(length)).map { $0 })
    #expect(hexadecimal(stream.apply(to: [UInt8](repeating: 0, count: 16))) == bytes)
  }
}
