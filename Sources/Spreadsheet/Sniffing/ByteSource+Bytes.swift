import Findings
import Glibc

extension ByteSource {
  /// All bytes.
  ///
  /// - Throws: `file.missing`, `file.unreadable` with the system's reason, `file.too-large`.
  public func bytes(atMost limit: Int = Limits.standard.fileBytes) throws(Refusal) -> [UInt8] {
    try rest(behind: [], atMost: limit)
  }

  /// The first bytes, fewer where there are no more. Of a descriptor they are gone then.
  func beginning(_ count: Int) throws(Refusal) -> [UInt8] {
    switch self {
    case .bytes(let bytes): bytes.count <= count ? bytes : Array(bytes.prefix(count))
    case .descriptor(let descriptor): try Self.read(descriptor, upTo: count)
    case .file(let path):
      try Self.withFile(path) { (descriptor) throws(Refusal) in try Self.read(descriptor, upTo: count) }
    }
  }

  /// The same of a file, and whether there is nothing behind them; of what can be read once only, all: a named pipe, or what a shell makes of
  /// `<(command)`.
  func beginning(_ count: Int, orAllOfStream limit: Int) throws(Refusal) -> (bytes: [UInt8], isAll: Bool) {
    guard case .file(let path) = self else { return (try beginning(count), false) }
    var isAll = false
    let bytes = try Self.withFile(path) { (descriptor) throws(Refusal) in
      var bytes = try Self.readOnce(descriptor, upTo: count)
      isAll = bytes.count < count
      // Of a small file that was read to its end, the kind is not asked: that takes longer than reading it.
      guard bytes.count >= min(count, limit), Self.isStream(descriptor) else { return bytes }
      isAll = true
      if bytes.count < limit { bytes += try Self.read(descriptor, upTo: limit - bytes.count) }
      guard bytes.count < limit else { throw .exceeded("fileBytes", limit) }
      return bytes
    }
    return (bytes, isAll)
  }

  private static func isStream(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && [S_IFIFO, S_IFCHR, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// The bytes behind those that `beginning` gave.
  func rest(behind head: [UInt8], atMost limit: Int) throws(Refusal) -> [UInt8] {
    let rest: [UInt8] =
      switch self {
      case .bytes(let bytes): Array(bytes.dropFirst(head.count))
      case .descriptor(let descriptor): try Self.read(descriptor, upTo: limit)
      case .file(let path):
        try Self.withFile(path) { (descriptor) throws(Refusal) in
          lseek(descriptor, off_t(head.count), SEEK_SET)
          return try Self.read(descriptor, upTo: limit)
        }
      }
    guard head.count + rest.count < limit else { throw .exceeded("fileBytes", limit) }
    return rest
  }

  /// The size of a file; nil for bytes and descriptors, and for what is no regular file.
  var fileSize: Int? {
    guard case .file(let path) = self else { return nil }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  private static func withFile(_ path: String, _ body: (Int32) throws(Refusal) -> [UInt8]) throws(Refusal) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(errno) }
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// Reads to the end or to a number of bytes; in one piece where the system says how much there is.
  private static func read(_ descriptor: Int32, upTo maximum: Int) throws(Refusal) -> [UInt8] {
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    var bytes: [UInt8] = []
    while bytes.count < maximum {
      var failure: Int32 = 0
      let pieceSize = bytes.isEmpty && size > 0 ? min(size, maximum - 1) + 1 : min(65_536, maximum - bytes.count)
      let more = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
        var got = 0
        repeat { got = Glibc.read(descriptor, buffer.baseAddress, pieceSize) } while got < 0 && errno == EINTR
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      guard failure == 0 else { throw refusal(failure) }
      if more.isEmpty { break }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      // Asking for what comes behind the end costs as much as reading a small file.
      if bytes.count == size { break }
    }
    return bytes
  }

  /// Reads to the end or to a number of bytes that are allocated at once, without asking how many there are.
  private static func readOnce(_ descriptor: Int32, upTo maximum: Int) throws(Refusal) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: maximum) { buffer, count in
      while count < maximum {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, maximum - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw refusal(failure) }
    return bytes
  }

  static func refusal(_ code: Int32) -> Refusal {
    code == ENOENT ? Refusal(.fileMissing) : Refusal(.fileUnreadable, ["reason": String(cString: strerror(code))])
  }
}
