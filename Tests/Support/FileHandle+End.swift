import Foundation
import Glibc

extension FileHandle {
  /// All bytes to the end. Foundation's own call ends the process where a signal interrupts it, and tests of signals run beside others.
  package func bytesToEnd() -> Data {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(fileDescriptor, &buffer, buffer.count)
      if count > 0 { data.append(contentsOf: buffer[..<count]) } else if count == 0 || errno != EINTR { return data }
    }
  }
}
