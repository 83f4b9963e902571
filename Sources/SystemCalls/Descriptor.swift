import Glibc

/// An open file, closed with its last reference.
package final class Descriptor: Sendable {
  package let number: Int32
  private let isOwned: Bool

  /// Wraps a number. One that is owned is closed at the end.
  package init(_ number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  deinit { if isOwned { close(number) } }

  /// Opens a file for reading. Never waits for a writer: a named pipe opens at once, and reading waits.
  package static func reading(_ path: [UInt8]) throws(SystemFailure) -> Descriptor {
    let number = open(path.terminated, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .last }
    return Descriptor(number, isOwned: true)
  }

  package static func folder(_ path: String, followsLinks: Bool = true) throws(SystemFailure) -> Descriptor {
    let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW))
    guard number >= 0 else { throw .last }
    return Descriptor(number, isOwned: true)
  }

  package func status() throws(SystemFailure) -> FileStatus {
    var raw = stat()
    guard fstat(number, &raw) == 0 else { throw .last }
    return FileStatus(raw)
  }

  /// At most this many bytes; none at the end.
  package func read(upTo count: Int) throws(SystemFailure) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        let result = Glibc.read(number, buffer.baseAddress, count)
        failure = result < 0 ? errno : 0
        filled = max(0, result)
      } while failure == EINTR
    }
    guard failure == 0 else { throw SystemFailure(number: failure) }
    return bytes
  }

  /// At most this many bytes from a place, wherever reading has come to.
  package func read(upTo count: Int, at offset: Int) throws(SystemFailure) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        let result = pread(number, buffer.baseAddress, count, off_t(offset))
        failure = result < 0 ? errno : 0
        filled = max(0, result)
      } while failure == EINTR
    }
    guard failure == 0 else { throw SystemFailure(number: failure) }
    return bytes
  }

  /// What there is of a descriptor that does not block: nil where nothing has come yet, no bytes at the end.
  package func readAvailable(upTo count: Int) throws(SystemFailure) -> [UInt8]? {
    do throws(SystemFailure) {
      return try read(upTo: count)
    } catch {
      if error.number == EAGAIN { return nil }
      throw error
    }
  }

  /// Writes all bytes, waiting as long as it takes.
  package func write(_ bytes: some Collection<UInt8>) throws(SystemFailure) {
    var failure: Int32 = 0
    let done: Void? = bytes.withContiguousStorageIfAvailable {
      failure = Self.write(UnsafeRawBufferPointer($0), to: number)
    }
    if done == nil { Array(bytes).withUnsafeBytes { failure = Self.write($0, to: number) } }
    if failure != 0 { throw SystemFailure(number: failure) }
  }

  /// Sends what a socket takes now.
  ///
  /// - Returns: How many of the bytes it took.
  package func send(_ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int {
    var failure: Int32 = 0
    var count = 0
    bytes.withUnsafeBytes { buffer in
      repeat {
        count = Glibc.send(
          number, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        failure = count < 0 ? errno : 0
      } while failure == EINTR
    }
    if failure == EAGAIN { return 0 }
    guard failure == 0 else { throw SystemFailure(number: failure) }
    return count
  }

  /// Zero, or the error number.
  private static func write(_ buffer: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        guard errno == EAGAIN else { return errno }
        // Another process made the pipe one that does not block: wait until it takes more.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        if poll(&waiting, 1, -1) < 0, errno != EINTR { return errno }
        continue
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  package func truncate(to size: Int) throws(SystemFailure) {
    guard ftruncate(number, off_t(size)) == 0 else { throw .last }
  }

  package func moveToEnd() throws(SystemFailure) {
    guard lseek(number, 0, SEEK_END) >= 0 else { throw .last }
  }

  package func move(to offset: Int) throws(SystemFailure) {
    guard lseek(number, off_t(offset), SEEK_SET) >= 0 else { throw .last }
  }

  /// Waits until the bytes are on the disk; what is no file on a disk has none.
  package func synchronize() throws(SystemFailure) {
    guard fsync(number) == 0 || errno == EINVAL else { throw .last }
  }

  package var isTerminal: Bool { isatty(number) == 1 }

  /// Columns of the terminal; 80 where it is none, or does not say.
  package var columns: Int {
    var size = winsize()
    return ioctl(number, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// From now on reading and writing by this process return at once.
  package func stopBlocking() throws(SystemFailure) {
    let flags = fcntl(number, F_GETFL)
    guard flags >= 0, fcntl(number, F_SETFL, flags | O_NONBLOCK) >= 0 else { throw .last }
  }
}

extension [UInt8] {
  /// The bytes as C strings end, for calls that take a path.
  package var terminated: [CChar] { map { CChar(bitPattern: $0) } + [0] }
}
