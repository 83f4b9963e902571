import CDeflate

/// DEFLATE (RFC 1951) for data that lies in memory as a whole (libdeflate): half of zlib's time for parts of some ten kilobytes.
///
/// One inflater belongs to one thread at a time.
final class Inflater {
  private let handle: OpaquePointer

  /// - Returns: nil where there is no memory for it.
  init?() {
    guard let handle = libdeflate_alloc_decompressor() else { return nil }
    self.handle = handle
  }

  deinit { libdeflate_free_decompressor(handle) }

  /// Inflates so that the whole buffer is filled.
  ///
  /// - Returns: false where the data is damaged, or comes to more or fewer bytes; the buffer may be overwritten then.
  func inflate(_ data: UnsafeRawBufferPointer, filling buffer: UnsafeMutableRawBufferPointer) -> Bool {
    var count = 0
    let result = libdeflate_deflate_decompress(
      handle, data.baseAddress, data.count, buffer.baseAddress, buffer.count, &count)
    return result == LIBDEFLATE_SUCCESS && count == buffer.count
  }

  /// The CRC-32 of a ZIP archive (APPNOTE.TXT 4.4.7).
  static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt32 {
    libdeflate_crc32(0, bytes.baseAddress, bytes.count)
  }
}
