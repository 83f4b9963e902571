import Findings
import Spreadsheet
import SystemCalls

/// Opens inputs by path, those within archives too: `收件/箱.zip/一科/表.xls`.
///
/// Keeps the archive that was opened last, because its files come one after the other.
final class ArchivedFiles {
  private var last: (path: [UInt8], status: FileStatus, index: ArchiveIndex)?
  private var lastUnpacked: (place: UnpackedPlace, index: ArchiveIndex)?
  private var lastNested: (outer: ArchiveIndex, name: String, index: ArchiveIndex)?
  private let unpacker: Unpacker?

  /// Inflated bytes that are kept in memory; a larger file goes to one without a name.
  private static let memoryLimit = InputBytes.memoryLimit
  /// Bytes of an archive in an archive, which is kept in memory.
  static let longestNested = 256 << 20

  /// - Parameter unpacker: Unpacks archives whose files are not unpacked yet; nil where that is none of the caller's.
  init(unpacker: Unpacker? = nil) { self.unpacker = unpacker }

  /// What to read from, and what has to be kept alive meanwhile; nil for a path that leads into no archive.
  ///
  /// - Throws: A refusal where the archive has no such file, or it cannot be inflated.
  func open(_ input: InputFile) throws(Refusal) -> (source: ByteSource, keptOpen: Descriptor?)? {
    if let unpacked = input.unpacked {
      let name = String(decoding: input.path.dropFirst(unpacked.archive.count + 1), as: UTF8.self)
      return try open(name, in: index(of: unpacked))
    }
    guard let (archivePath, name) = Self.split(input.path) else { return nil }
    return try open(name, in: index(of: archivePath))
  }

  func open(_ path: [UInt8]) throws(Refusal) -> (source: ByteSource, keptOpen: Descriptor?)? {
    try open(InputFile(path: path, name: ""))
  }

  private func open(
    _ name: String, in index: ArchiveIndex
  ) throws(Refusal) -> (source: ByteSource, keptOpen: Descriptor?) {
    if let member = index.members[name] { return try Self.source(of: member, in: index.archive) }
    for (outer, inner) in Self.splits(name) where ArchiveKind.isNamed(outer) {
      guard let member = index.members[outer] else { continue }
      let nested = try nestedIndex(of: member, named: outer, in: index)
      if let member = nested.members[inner] { return try Self.source(of: member, in: nested.archive) }
    }
    throw Refusal(.fileMissing)
  }

  private func nestedIndex(
    of member: FileArchive.Member, named name: String, in outer: ArchiveIndex
  ) throws(Refusal) -> ArchiveIndex {
    if let lastNested, lastNested.outer === outer, lastNested.name == name { return lastNested.index }
    let index = ArchiveIndex(try nestedContent(member, in: outer.archive))
    lastNested = (outer, name, index)
    return index
  }

  private func nestedContent(
    _ member: FileArchive.Member, in archive: any ArchiveContent
  ) throws(Refusal) -> any ArchiveContent {
    guard let unpacker, ArchiveKind.isNamedForUnpacking(ArchiveIndex.name(of: member)) else {
      return try Self.nested(member, in: archive)
    }
    let opened = try Self.source(of: member, in: archive)
    defer { withExtendedLifetime(opened.keptOpen) {} }
    return try unpacker.unpack(opened.source)
  }

  /// The archive within an archive.
  static func nested(_ member: FileArchive.Member, in archive: any ArchiveContent) throws(Refusal) -> FileArchive {
    guard member.size <= longestNested else {
      throw .exceeded("longestNested", longestNested)
    }
    return try FileArchive(.bytes(archive.bytes(of: member)))
  }

  private func index(of path: [UInt8]) throws(Refusal) -> ArchiveIndex {
    guard let status = FileStatus(following: path), let text = String(validating: path, as: UTF8.self) else {
      throw Refusal(.fileMissing)
    }
    if let last, last.path == path, last.status.isUnchanged(since: status) { return last.index }
    let content: any ArchiveContent =
      if let unpacker, unpacker.accepts(path) { try unpacker.unpack(.file(text)) } else { try FileArchive(.file(text)) }
    let index = ArchiveIndex(content)
    last = (path, status, index)
    return index
  }

  private func index(of unpacked: UnpackedPlace) throws(Refusal) -> ArchiveIndex {
    // The path alone may by now be that of another archive.
    if let lastUnpacked, lastUnpacked.place == unpacked { return lastUnpacked.index }
    let file: Descriptor
    do throws(SystemFailure) {
      if let kept = unpacked.keptOpen {
        file = kept
      } else {
        file = try Descriptor.reading(Array(unpacked.path.utf8))
      }
    } catch {
      throw Refusal.unreadable(error)
    }
    let index = ArchiveIndex(try UnpackedArchive(file, limits: .standard))
    lastUnpacked = (unpacked, index)
    return index
  }

  private static func source(
    of member: FileArchive.Member, in archive: any ArchiveContent
  ) throws(Refusal) -> (source: ByteSource, keptOpen: Descriptor?) {
    if member.size <= memoryLimit { return (.bytes(try archive.bytes(of: member)), nil) }
    let file: Descriptor
    do throws(SystemFailure) {
      file = try TemporaryFile.nameless(in: TemporaryFile.folder)
    } catch {
      throw Refusal.unreadable(error)
    }
    try archive.read(member) { (piece) throws(Refusal) in
      do throws(SystemFailure) {
        try file.write(Array(piece))
      } catch {
        throw Refusal.unreadable(error)
      }
    }
    return (.file("/proc/self/fd/\(file.number)"), file)
  }

  /// The archive that a path leads into, and the name of the file in it; nil for the path of a file or of nothing.
  private static func split(_ path: [UInt8]) -> (archive: [UInt8], name: String)? {
    guard FileStatus(following: path) == nil else { return nil }
    for end in path.indices.dropFirst() where path[end] == UInt8(ascii: "/") {
      let outer = Array(path[..<end])
      switch FileStatus(following: outer)?.kind {
      case .file?: return (outer, String(decoding: path[(end + 1)...], as: UTF8.self))
      case nil: return nil
      default: continue
      }
    }
    return nil
  }

  private static func splits(_ name: String) -> [(outer: String, inner: String)] {
    name.utf8.indices.filter { name.utf8[$0] == UInt8(ascii: "/") }.map { slash in
      (String(name[..<slash]), String(name[name.utf8.index(after: slash)...]))
    }
  }
}
