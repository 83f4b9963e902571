/// What the record FILEPASS says ([MS-XLS] 2.4.117): the workbook is obfuscated in one of three ways.
///
/// A workbook of which only the structure is protected has the password that Excel itself knows; it opens without asking. Any
/// other password is the owner's, and nothing is tried.
enum FilePass {
  /// [MS-XLS] 2.2.10.
  static let builtInPassword = "VelvetSweatshop"

  /// The way to read the workbook under the built-in password; nil where it is another one, or the way is not known.
  ///
  /// - Parameter record: The bytes of the record.
  static func cipher(_ record: [UInt8], version: BIFFVersion) -> (any WorkbookCipher)? {
    let words = stride(from: 0, to: record.count - 1, by: 2).map { Int(record[$0]) | Int(record[$0 + 1]) << 8 }
    if version == .biff5 {
      return words.count >= 2 ? XORObfuscation(key: words[0], verifier: words[1], password: builtInPassword) : nil
    }
    guard words.count >= 3 else { return nil }
    switch (words[0], words[1], words[2]) {
    case (0, let key, let verifier): return XORObfuscation(key: key, verifier: verifier, password: builtInPassword)
    case (1, 1, 1): return RC4Encryption(Array(record.dropFirst(6)), password: builtInPassword)
    case (1, 2...4, 2): return RC4Encryption(cryptoAPI: Array(record.dropFirst(6)), password: builtInPassword)
    default: return nil
    }
  }
}

/// A way in which the bytes of records are obfuscated.
protocol WorkbookCipher {
  /// Makes the bytes of a record plain.
  ///
  /// - Parameter offset: Where in the stream they stand.
  mutating func decrypt(_ bytes: inout ArraySlice<UInt8>, at offset: Int)
}
