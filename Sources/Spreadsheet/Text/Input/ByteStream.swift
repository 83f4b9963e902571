import Findings
import Glibc

/// The bytes of a source from its first to its last, piece by piece.
final class ByteStream {
  private enum Origin {
    case memory([UInt8])
    /// Read at places of our own, so that streams over the same file do not disturb each other.
    case file(Int32)
    /// Read in order; what was read before comes first.
    case pipe(Int32, alreadyRead: [UInt8])
    case resumed(ByteStream, taken: [UInt8])
  }

  private let origin: Origin
  private var offset: Int
  private let ownedDescriptor: Int32?

  /// - Parameter alreadyRead: The first bytes of a pipe, where the caller took them to see what it is.
  init(_ source: ByteSource, alreadyRead: [UInt8] = []) throws(Refusal) {
    switch source {
    case .bytes(let bytes):
      origin = .memory(bytes)
      offset = 0
      ownedDescriptor = nil
    case .file(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw errno == ENOENT
          ? Refusal(.fileMissing) : Refusal(.fileUnreadable, ["reason": String(cString: strerror(errno))])
      }
      ownedDescriptor = descriptor
      origin = Self.isSeekable(descriptor) ? .file(descriptor) : .pipe(descriptor, alreadyRead: [])
      offset = 0
    case .descriptor(let descriptor):
      ownedDescriptor = nil
      if Self.isSeekable(descriptor) {
        origin = .file(descriptor)
        offset = Int(lseek(descriptor, 0, SEEK_CUR)) - alreadyRead.count
      } else {
        origin = .pipe(descriptor, alreadyRead: alreadyRead)
        offset = 0
      }
    }
  }

  /// The rest of a pipe, with bytes that were taken from it before it again.
  private init(_ rest: ByteStream, behind taken: [UInt8]) {
    origin = .resumed(rest, taken: taken)
    offset = 0
    ownedDescriptor = nil
  }

  func rewound(behind taken: [UInt8]) -> ByteStream { ByteStream(self, behind: taken) }

  deinit {
    if let ownedDescriptor { close(ownedDescriptor) }
  }

  /// Whether the same bytes can be read again from the beginning.
  var isRepeatable: Bool {
    switch origin {
    case .memory, .file: true
    case .pipe, .resumed: false
    }
  }

  /// Bytes still to come, as far as that can be known; a file may grow or shrink meanwhile. Space for more is wasted.
  var expectedLength: Int? {
    switch origin {
    case .memory(let bytes): return bytes.count - offset
    case .file(let descriptor):
      var status = stat()
      return fstat(descriptor, &status) == 0 ? max(0, Int(status.st_size) - offset) : nil
    case .pipe, .resumed: return nil
    }
  }

  /// Reads some bytes.
  /// - Returns: How many; 0 only at the end.
  func read(into destination: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    switch origin {
    case .memory(let bytes): return copy(from: bytes, into: destination)
    case .file(let descriptor):
      let count = try retrying { pread(descriptor, destination.baseAddress, destination.count, off_t(offset)) }
      offset += count
      return count
    case .pipe(let descriptor, let alreadyRead):
      if offset < alreadyRead.count { return copy(from: alreadyRead, into: destination) }
      return try retrying { Glibc.read(descriptor, destination.baseAddress, destination.count) }
    case .resumed(let rest, let taken):
      return offset < taken.count ? copy(from: taken, into: destination) : try rest.read(into: destination)
    }
  }

  /// Reads until there is no more space or no more to come: a pipe gives little at a time.
  /// - Returns: How many; 0 only at the end.
  func fill(_ destination: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    var count = 0
    while count < destination.count {
      let more = try read(into: UnsafeMutableRawBufferPointer(rebasing: destination[count...]))
      if more == 0 { break }
      count += more
    }
    return count
  }

  /// Reads into an array from an index on: some bytes, or as many as there is space for.
  /// - Returns: How many; 0 only at the end.
  func read(into array: inout [UInt8], from index: Int, untilFull: Bool = false) throws(Refusal) -> Int {
    try array.withUnsafeMutableBufferPointer { (destination) throws(Refusal) in
      let destination = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: destination[index...]))
      return try untilFull ? fill(destination) : read(into: destination)
    }
  }

  /// Reads until there is this much or no more.
  func read(upTo limit: Int) throws(Refusal) -> [UInt8] {
    // One more than is expected, so that the end shows without asking for space again.
    var bytes = [UInt8](repeating: 0, count: min(limit, min(limit, expectedLength ?? limit) + 1))
    var count = 0
    while count < limit {
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: min(limit - count, max(65_536, count))) }
      let more = try read(into: &bytes, from: count)
      if more == 0 { break }
      count += more
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private func copy(from bytes: [UInt8], into destination: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(destination.count, bytes.count - offset)
    bytes.withUnsafeBytes { destination.copyMemory(from: .init(rebasing: $0[offset..<offset + count])) }
    offset += count
    return count
  }

  private func retrying(_ call: () -> Int) throws(Refusal) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      guard errno == EINTR else { throw Refusal(.fileUnreadable, ["reason": String(cString: strerror(errno))]) }
    }
  }

  private static func isSeekable(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
