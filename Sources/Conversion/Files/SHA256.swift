import CCrypto

/// The SHA-256 of bytes that arrive in pieces (FIPS 180-4), computed by libcrypto.
///
/// Move-only, because the state behind it belongs to C: `finalize` ends it.
struct SHA256: ~Copyable {
  /// libcrypto's algorithm, looked up once for the process and never changed.
  private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)
  private static let byteCount = 32

  private let context: OpaquePointer?

  init() {
    context = EVP_MD_CTX_new()
    check(EVP_DigestInit_ex2(context, Self.algorithm, nil))
  }

  deinit { EVP_MD_CTX_free(context) }

  func update(_ bytes: some Collection<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      if !buffer.isEmpty { check(EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)) }
    }
    if done == nil { update(Array(bytes)) }
  }

  /// 64 lower-case hexadecimal digits.
  consuming func finalize() -> String {
    var digest = [UInt8](repeating: 0, count: Self.byteCount)
    check(EVP_DigestFinal_ex(context, &digest, nil))
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * Self.byteCount)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The hash of bytes that are all there.
  static func hash(_ bytes: some Collection<UInt8>) -> String {
    let hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// A digest fails only where libcrypto has no memory or no SHA-256 at all; a hash that may be wrong must not be used.
  private func check(_ status: Int32) {
    precondition(status == 1, "libcrypto computes no SHA-256")
  }
}
