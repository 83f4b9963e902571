import Testing

@testable import Conversion

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-4, and what coreutils' sha256sum prints.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func isWhatTheStandardSays(text: String, expected: String) {
    #expect(SHA256.hash(Array(text.utf8)) == expected)
  }

  @Test("pieces give the hash of the whole")
  func pieces() {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let hash = SHA256()
    var rest = bytes[...]
    while !rest.isEmpty {
      hash.update(rest.prefix(999))
      rest = rest.dropFirst(999)
    }
    #expect(hash.finalize() == SHA256.hash(bytes))
  }
}
