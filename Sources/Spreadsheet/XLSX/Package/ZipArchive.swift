import CZip
import Findings
import Foundation
import Synchronization

/// A ZIP file opened for reading (libzip), its entries known by position.
///
/// Nothing is written to disk and no path is made from an entry's name.
final class ZipArchive {
  private let handle: OpaquePointer
  private let content: ZipContent

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

  /// The sizes that the archive declares, compressed and inflated, and whether the entry is encrypted.
  func declaredSizes(at index: Int) -> (compressed: Int, inflated: Int, isEncrypted: Bool) {
    var entry = zip_stat_t()
    zip_stat_init(&entry)
    guard zip_stat_index(handle, UInt64(index), 0, &entry) == 0 else { return (0, 0, false) }
    return (Int(clamping: entry.comp_size), Int(clamping: entry.size), entry.encryption_method != 0)
  }

  /// Opens an entry; the stream keeps the archive alive.
  func open(at index: Int, name: String) throws(Refusal) -> ZipEntryStream {
    guard let file = zip_fopen_index(handle, UInt64(index), 0) else {
      let isUnknown = zip_error_code_zip(zip_get_error(handle)) == ZIP_ER_COMPNOTSUPP
      if isUnknown { throw compressionUnknown(index, name) }
      throw Self.damaged(zip_strerror(handle), part: name)
    }
    return ZipEntryStream(file, of: self, name: name)
  }

  /// Office knows two ways to compress; an archiver that made the package anew may have taken another.
  private func compressionUnknown(_ index: Int, _ part: String) -> Refusal {
    var entry = zip_stat_t()
    zip_stat_init(&entry)
    zip_stat_index(handle, UInt64(index), 0, &entry)
    let method = Self.compressions[entry.comp_method] ?? String(entry.comp_method)
    return Refusal(.fileUnknownFormat, at: Place(position: BytePosition(part: part)), ["found": "ZIP \(method)"])
  }

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

  // Never written to after initialisation, hence safe to share.
  let storage: Storage
  private let owner: ZipContent?

  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    copy.copyBytes(from: bytes)
    storage = .memory(UnsafeMutableRawBufferPointer(rebasing: copy[..<bytes.count]))
    owner = nil
  }

  init(path: String) {
    storage = .file(path)
    owner = nil
  }

  /// Bytes within those of another, which it keeps alive.
  private init(_ range: Range<Int>, of bytes: UnsafeMutableRawBufferPointer, in owner: ZipContent) {
    storage = .memory(UnsafeMutableRawBufferPointer(rebasing: bytes[range]))
    self.owner = owner
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
