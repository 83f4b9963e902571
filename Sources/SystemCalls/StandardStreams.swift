import Glibc

/// Standard input, output and error as the program was given them.
package enum StandardStreams {
  package static let input = Descriptor(0, isOwned: false)
  package static let output = Descriptor(1, isOwned: false)
  package static let error = Descriptor(2, isOwned: false)

  /// Occupies those of the three numbers that are closed, so that no file opened later gets one and takes the words meant for a stream.
  ///
  /// Reading from a stream that was closed, and writing to one, goes on failing. To be called before anything is opened.
  package static func occupyClosed() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) < 0 && errno == EBADF {
      // The lowest free number is this one, because those below are open by now.
      _ = open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
