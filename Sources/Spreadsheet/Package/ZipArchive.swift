import CZip
import Findings
import Glibc

/// A ZIP file opened for reading (libzip), its entries known by position.
///
/// Nothing is written to disk and no path is made from an entry's name.
final class ZipArchive {
  private let handle: OpaquePointer
  private let content: ZipContent
  private lazy var inflater = Inflater()

  /// - Throws: `xlsx.damaged` where the bytes are no ZIP file that can be read to its end.
  init(_ content: ZipContent) throws(Refusal) {
    self.content = content
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source =
      switch content.storage {
      case .memory(let bytes): zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
      case .file(let path): zip_source_file_create(path, 0, 0, &error)
      }
    guard let source else { throw Self.damaged(zip_error_strerror(&error)) }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Self.damaged(zip_error_strerror(&error))
    }
    self.handle = handle
  }

  deinit { zip_discard(handle) }

  var count: Int { Int(zip_get_num_entries(handle, 0)) }

  /// The name as its bytes stand in the archive, repaired where they are no UTF-8.
  func name(at index: Int) -> String {
    zip_get_name(handle, UInt64(index), UInt32(ZIP_FL_ENC_RAW)).map { String(cString: $0) } ?? ""
  }

  /// The name as its bytes stand in the archive, and whether the archive says that they are UTF-8.
  ///
  /// libzip does not tell the flag, but converts every other name from code page 437 when it is asked to be strict.
  func nameBytes(at index: Int) -> (bytes: [UInt8], isUTF8: Bool) {
    guard let raw = zip_get_name(handle, UInt64(index), UInt32(ZIP_FL_ENC_RAW)) else { return ([], true) }
    let bytes = Self.bytes(of: raw)
    guard let strict = zip_get_name(handle, UInt64(index), UInt32(ZIP_FL_ENC_STRICT)) else { return (bytes, false) }
    return (bytes, Self.bytes(of: strict) == bytes)
  }

  private static func bytes(of string: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var at = string
    while at.pointee != 0 {
      bytes.append(UInt8(bitPattern: at.pointee))
      at += 1
    }
    return bytes
  }

  /// What the archive says of an entry; it can lie.
  struct Entry {
    let index: Int
    var compressedSize = 0
    var size = 0
    var checksum: UInt32 = 0
    var method: UInt16 = 0
    var isEncrypted = false
  }

  func entry(at index: Int) -> Entry {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(handle, UInt64(index), 0, &status) == 0 else { return Entry(index: index) }
    return Entry(
      index: index, compressedSize: min(Int(clamping: status.comp_size), content.size),
      size: Int(clamping: status.size),
      checksum: status.crc, method: status.comp_method, isEncrypted: status.encryption_method != 0)
  }

  /// Inflates an entry of known size in one go.
  ///
  /// - Returns: false where it does not come to the bytes that the archive declares, or is not compressed as Office
  ///   compresses; the buffer may be overwritten then. Why it is so `open(_:name:)` finds out.
  func read(_ entry: Entry, filling buffer: UnsafeMutableRawBufferPointer) -> Bool {
    guard let file = zip_fopen_index(handle, UInt64(entry.index), UInt32(ZIP_FL_COMPRESSED)) else { return false }
    defer { zip_fclose(file) }
    guard entry.method != Self.stored else {
      return entry.compressedSize == buffer.count
        && zip_fread(file, buffer.baseAddress, UInt64(buffer.count)) == buffer.count
        && Inflater.checksum(of: UnsafeRawBufferPointer(buffer)) == entry.checksum
    }
    guard entry.method == Self.deflated, let inflater else { return false }
    return withUnsafeTemporaryAllocation(byteCount: entry.compressedSize, alignment: 16) { data in
      zip_fread(file, data.baseAddress, UInt64(data.count)) == data.count
        && inflater.inflate(UnsafeRawBufferPointer(data), filling: buffer)
        && Inflater.checksum(of: UnsafeRawBufferPointer(buffer)) == entry.checksum
    }
  }

  /// Opens an entry; the stream keeps the archive alive.
  func open(_ entry: Entry, name: String) throws(Refusal) -> ZipEntryStream {
    guard let file = zip_fopen_index(handle, UInt64(entry.index), 0) else {
      let isUnknown = zip_error_code_zip(zip_get_error(handle)) == ZIP_ER_COMPNOTSUPP
      if isUnknown { throw Self.compressionUnknown(entry.method, name) }
      throw Self.damaged(zip_strerror(handle), part: name)
    }
    return ZipEntryStream(file, of: self, name: name)
  }

  /// Office knows two ways to compress; an archiver that packed it again may have taken another.
  private static func compressionUnknown(_ method: UInt16, _ part: String) -> Refusal {
    let name = compressions[method] ?? String(method)
    return Refusal(.fileUnknownFormat, at: Place(position: BytePosition(part: part)), ["found": "ZIP \(name)"])
  }

  private static let stored: UInt16 = 0
  private static let deflated: UInt16 = 8
  private static let compressions: [UInt16: String] = [
    9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd",
  ]

  fileprivate static func damaged(_ reason: UnsafePointer<CChar>?, part: String? = nil) -> Refusal {
    Refusal(
      .xlsxDamaged, at: Place(position: part.map { BytePosition(part: $0) }),
      ["reason": reason.map { String(cString: $0) } ?? "?"])
  }
}

/// One entry being inflated.
final class ZipEntryStream: PartSource {
  private let file: OpaquePointer
  private let archive: ZipArchive
  private let name: String

  fileprivate init(_ file: OpaquePointer, of archive: ZipArchive, name: String) {
    self.file = file
    self.archive = archive
    self.name = name
  }

  deinit { zip_fclose(file) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
    guard count >= 0 else { throw ZipArchive.damaged(zip_file_strerror(file), part: name) }
    return Int(count)
  }
}

/// The bytes of a ZIP file, to be opened as often as there are threads that read from it.
final class ZipContent: @unchecked Sendable {
  enum Storage {
    case memory(UnsafeMutableRawBufferPointer)
    case file(String)
  }

  // Never written to after initialization, hence safe to share.
  let storage: Storage
  /// In bytes.
  let size: Int
  private let owner: ZipContent?

  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    copy.copyBytes(from: bytes)
    storage = .memory(UnsafeMutableRawBufferPointer(rebasing: copy[..<bytes.count]))
    size = bytes.count
    owner = nil
  }

  init(path: String) {
    storage = .file(path)
    size = ByteSource.file(path).fileSize ?? 0
    owner = nil
  }

  /// Bytes within those of another, which it keeps alive.
  private init(_ range: Range<Int>, of bytes: UnsafeMutableRawBufferPointer, in owner: ZipContent) {
    storage = .memory(UnsafeMutableRawBufferPointer(rebasing: bytes[range]))
    size = range.count
    self.owner = owner
  }

  /// Whether the directory has no more entries than this, as far as its end record shows: libzip reads it whole, and takes long
  /// over names that are made for that.
  func hasPartsAtMost(_ maximum: Int) -> Bool {
    switch storage {
    case .memory(let bytes): return ZipExtent.entries(in: UnsafeRawBufferPointer(bytes)) <= maximum
    case .file(let path):
      let file = open(path, O_RDONLY | O_CLOEXEC)
      // What cannot be opened is refused by libzip, with the reason.
      guard file >= 0 else { return true }
      defer { close(file) }
      return withUnsafeTemporaryAllocation(byteCount: ZipExtent.longestEnd, alignment: 1) { tail in
        let count = Glibc.pread(file, tail.baseAddress, tail.count, off_t(max(0, size - tail.count)))
        return ZipExtent.entries(inTail: UnsafeRawBufferPointer(rebasing: tail[..<max(0, count)])) <= maximum
      }
    }
  }

  /// The ZIP file alone where other bytes stand around it; nil where there are none, or no ZIP file.
  func withoutSurroundings() -> ZipContent? {
    guard case .memory(let bytes) = storage, let range = ZipExtent.range(in: UnsafeRawBufferPointer(bytes)),
      range != 0..<bytes.count
    else { return nil }
    return ZipContent(range, of: bytes, in: self)
  }

  deinit { if owner == nil, case .memory(let bytes) = storage { bytes.deallocate() } }
}
