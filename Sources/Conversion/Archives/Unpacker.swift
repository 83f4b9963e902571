import Findings
import Spreadsheet
import SystemCalls

/// The program that unpacks archives of other kinds than ZIP, and what it may cost.
struct Unpacker: Sendable {
  /// The path of `bsdtar`.
  let program: String
  let costs: FileLimits
  var limits = Limits.standard

  /// Whether a path leads to an archive that it unpacks, going by the name first and then by what is in it.
  func accepts(_ path: [UInt8]) -> Bool { ArchiveKind.isNamed(FileName.last(of: path)) && unpacks(path) }

  /// The same by what is in it alone.
  func unpacks(_ path: [UInt8]) -> Bool {
    guard FileStatus(following: path)?.kind == .file,
      let file = try? Descriptor.reading(path), let bytes = try? file.read(upTo: 512)
    else { return false }
    return ArchiveKind(bytes).map { $0 != .zip } ?? false
  }

  /// Unpacks an archive, waiting for its end.
  func unpack(_ source: ByteSource) throws(Refusal) -> UnpackedArchive { try begin(source).wait() }

  /// Has an archive unpacked, be it within another.
  func begin(_ source: ByteSource) throws(Refusal) -> Unpacking {
    if case .file(let path) = source { return try begin(path: Array(path.utf8)) }
    let bytes = try source.bytes(atMost: limits.fileBytes)
    let file: Descriptor
    do throws(SystemFailure) {
      file = try TemporaryFile.nameless(in: TemporaryFile.folder)
      try file.write(bytes)
      try file.move(to: 0)
    } catch {
      throw Refusal.unreadable(error)
    }
    return try Unpacking(file, by: program, limits: limits, costs: costs)
  }

  /// Has an archive unpacked that is a file.
  func begin(path: [UInt8]) throws(Refusal) -> Unpacking {
    try Unpacking(OpenFile(path: path).descriptor, by: program, limits: limits, costs: costs)
  }
}
