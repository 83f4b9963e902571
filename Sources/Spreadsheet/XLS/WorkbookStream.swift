import Findings

/// The stream of records in a file: the file itself, or a stream of a compound file.
enum WorkbookStream {
  /// - Throws: `xls.damaged`; `file.encrypted`; `file.unknown-format` for a compound file of another program.
  static func open(_ bytes: StoredBytes, limits: Limits) throws(Refusal) -> BinaryStream {
    let signature = CompoundFile.signature
    let isCompound = try bytes.withBytes(at: 0, count: signature.count) { $0.elementsEqual(signature) }
    guard isCompound else { return try BinaryStream(bytes) }
    let file = try CompoundFile(bytes, limits: limits)
    // A file for Excel 5.0 and for Excel 97 has both; the newer one is whole.
    for name in ["Workbook", "Book"] {
      if let stream = try file.stream(name) { return stream }
    }
    if file.contains("EncryptedPackage") { throw Refusal(.fileIsEncrypted) }
    throw Refusal(.fileUnknownFormat, ["found": others.first { file.contains($0.stream) }?.name ?? "OLE"])
  }

  /// What else lies in compound files, by the stream that tells it.
  private static let others = [
    (stream: "WordDocument", name: "Word .doc"), (stream: "PowerPoint Document", name: "PowerPoint .ppt"),
    (stream: "VisioDocument", name: "Visio .vsd"), (stream: "__properties_version1.0", name: "Outlook .msg"),
  ]
}
