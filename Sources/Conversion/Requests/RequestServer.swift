import Findings
import SystemCalls

/// A worker process that answers requests, seen from inside: bytes in, bytes out, one after the other.
///
/// What requests say is a matter between those who send them and `answer`; this and `RequestWorkers` carry them, and keep what hostile
/// content may do to a process away from everybody else.
package enum RequestServer {
  /// Serves until the other side closes the pipe or dies.
  package static func run(limits: FileLimits, answer: ([UInt8]) -> [UInt8]) {
    OwnProcess.dieWithParent()
    SignalWatch.leaveToParent()
    let starter = OwnProcess.parent
    OwnProcess.limitAddressSpace(to: 2 * limits.memory + (1 << 30))
    var buffer = FrameBuffer()
    do {
      try StandardStreams.output.write(Frame.bytes(.ready, []))
      while case let bytes = try StandardStreams.input.read(upTo: 1 << 16), !bytes.isEmpty {
        buffer.append(bytes)
        while let frame = try buffer.next() {
          let result = answer(Array(frame.content))
          guard OwnProcess.parent == starter else { return }
          try StandardStreams.output.write(Frame.bytes(.result, result))
        }
      }
    } catch {
      // The other side is gone, and with it the only reader of answers.
    }
  }
}
