/// A compound file ([MS-CFB]): the container of .xls, .doc, .et, and of encrypted packages.
enum CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Whether its directory has an entry `EncryptedPackage` ([MS-OFFCRYPTO] 2.3.4.4).
  ///
  /// Directory entries are 128 bytes long, begin with the name, and lie at multiples of 128, so the directory need not be
  /// found to look through it.
  static func isEncryptedPackage(_ bytes: [UInt8]) -> Bool {
    let name = "EncryptedPackage\0".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    return stride(from: 512, to: bytes.count - 127, by: 128).contains {
      bytes[$0..<$0 + name.count].elementsEqual(name)
    }
  }
}
