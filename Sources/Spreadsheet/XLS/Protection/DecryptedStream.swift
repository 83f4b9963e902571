import Findings

extension BinaryStream {
  /// The stream in plain, in memory.
  ///
  /// The headers of records are plain always, and so are the bytes of some records and the position of a sheet ([MS-XLS] 2.2.10).
  ///
  /// - Parameter start: Where the record behind FILEPASS stands.
  func decrypted(_ cipher: any WorkbookCipher, from start: Int) throws(Refusal) -> BinaryStream {
    var cipher = cipher
    var plain = [UInt8](repeating: 0, count: count)
    guard try plain.read(from: self, at: 0) == count else {
      throw .damagedXLS("cut off", stream: BIFFRecords.streamName)
    }
    var at = start
    while at + 4 <= count {
      let type = Int(plain[at]) | Int(plain[at + 1]) << 8
      let data = at + 4
      let end = data + (Int(plain[at + 2]) | Int(plain[at + 3]) << 8)
      guard end <= count else { break }
      if !Self.plainRecords.contains(type) {
        let plainBytes = type == BIFFRecordType.boundSheet ? Array(plain[data..<min(data + 4, end)]) : []
        cipher.decrypt(&plain[data..<end], at: data)
        plain.replaceSubrange(data..<data + plainBytes.count, with: plainBytes)
      }
      at = end
    }
    return try BinaryStream(StoredBytes(plain))
  }

  /// BOF, FILEPASS, USREXCL, FILELOCK, INTERFACEHDR, RRDINFO, RRDHEAD.
  private static let plainRecords: Set<Int> = [0x0809, 0x002F, 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138]
}
