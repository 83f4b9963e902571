import Findings

/// A ZIP archive of files (APPNOTE.TXT): what is in it, and each file on demand.
///
///     let archive = try FileArchive(.file("箱.zip"))
///     for member in archive.members { … try archive.read(member) { piece in … } }
///
/// Names are bytes as they stand in the archive, and never become paths. The limits of packages hold for archives too: what an archive says
/// of a member's size is checked before it is inflated, and held to while it is. One archive belongs to one thread at a time.
public final class FileArchive {
  /// A file in the archive.
  public struct Member: Sendable {
    /// As it stands in the archive, with slashes between folders.
    public let name: [UInt8]
    /// Whether the archive says that the name is UTF-8; else it is in whatever character set the archiver's system has.
    public let isUTF8: Bool
    /// Bytes when inflated, by the archive's own account.
    public let size: Int
    /// Its place among the entries of the archive, by which it is read.
    public let index: Int

    public init(name: [UInt8], isUTF8: Bool, size: Int, index: Int) {
      self.name = name
      self.isUTF8 = isUTF8
      self.size = size
      self.index = index
    }
  }

  /// The files of the archive in its order, folders left out.
  public let members: [Member]
  /// Whether this is no archive of files but the package of a document: its parts are none to be read alone.
  public let isPackage: Bool
  private let archive: ZipArchive
  private let limits: Limits

  /// - Throws: `xlsx.damaged` where the bytes are no archive, `file.too-large` for too many files, or for more in them than any documents
  ///   compress to.
  public init(_ source: ByteSource, limits: Limits = .standard) throws(Refusal) {
    let content: ZipContent =
      switch source {
      case .file(let path): ZipContent(path: path)
      case .bytes, .descriptor: ZipContent(try source.bytes(atMost: limits.fileBytes))
      }
    guard content.hasPartsAtMost(limits.archivedFiles) else { throw .exceeded("archivedFiles", limits.archivedFiles) }
    archive = try ZipArchive(content)
    self.limits = limits
    guard archive.count <= limits.archivedFiles else { throw .exceeded("archivedFiles", limits.archivedFiles) }
    var members: [Member] = []
    var total = 0
    var isPackage = false
    for index in 0..<archive.count {
      let (name, isUTF8) = archive.nameBytes(at: index)
      if Self.isPartOfPackage(name) { isPackage = true }
      if name.isEmpty || name.last == UInt8(ascii: "/") || name.last == UInt8(ascii: "\\") { continue }
      let size = archive.entry(at: index).size
      total = total.addingReportingOverflow(size).partialValue
      members.append(Member(name: name, isUTF8: isUTF8, size: size, index: index))
      if total < 0 || total > limits.inflatedBytesTogetherWithoutRatio,
        total < 0 || total / max(1, limits.inflationRatio) > content.size
      {
        throw .exceeded("inflationRatio", limits.inflationRatio)
      }
    }
    self.members = members
    self.isPackage = isPackage
  }

  /// What the package of a document has and an archive of files has not: of Office Open XML (ECMA-376 part 2), OpenDocument (1.3 part 2), Apple's
  /// programs and OFD (GB/T 33190).
  private static func isPartOfPackage(_ name: [UInt8]) -> Bool {
    let name = String(decoding: name, as: UTF8.self)
    return ["[Content_Types].xml", "_rels/.rels", "mimetype", "META-INF/manifest.xml"].contains(name)
      || name.lowercased() == "ofd.xml" || name.hasPrefix("Index/") && name.hasSuffix(".iwa")
  }

  /// Inflates a file, piece by piece.
  ///
  /// - Throws: `file.encrypted` behind a password, `xlsx.damaged` where it does not come to what the archive says, `file.too-large`.
  public func read(_ member: Member, piece: (UnsafeRawBufferPointer) throws(Refusal) -> Void) throws(Refusal) {
    let entry = archive.entry(at: member.index)
    guard !entry.isEncrypted else { throw Refusal(.fileIsEncrypted) }
    guard entry.size < limits.fileBytes else { throw .exceeded("fileBytes", limits.fileBytes) }
    guard
      entry.size <= limits.archivedBytesWithoutRatio
        || entry.size / max(1, limits.inflationRatio) <= entry.compressedSize
    else { throw .exceeded("inflationRatio", limits.inflationRatio) }
    let stream = try archive.open(entry, name: String(decoding: member.name, as: UTF8.self))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var left = entry.size
    while case let count = try stream.read(into: buffer), count > 0 {
      left -= count
      guard left >= 0 else { throw Refusal(.xlsxDamaged, ["reason": "size"]) }
      try piece(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    guard left == 0 else { throw Refusal(.xlsxDamaged, ["reason": "size"]) }
  }

  /// A whole file.
  public func bytes(of member: Member) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(member) { bytes += $0 }
    return bytes
  }

  /// Whether bytes begin as an archive or a package does.
  public static func begins(_ bytes: [UInt8]) -> Bool { ZipExtent.begins(bytes) }
}
