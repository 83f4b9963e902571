import Findings
import Glibc

/// Where the bytes of a gathered output go.
protocol ByteSink: AnyObject {
  /// Where a library that insists on a path can write the bytes itself; nil where they have to come through `write`.
  var path: String? { get }
  func write(_ bytes: [UInt8]) throws(Refusal)
  /// All bytes are there: they become the output.
  func complete() throws(Refusal)
}

extension PlacedFile: ByteSink {
  var path: String? { "/proc/self/fd/\(descriptor)" }
  func write(_ bytes: [UInt8]) throws(Refusal) { try append(bytes) }
  func complete() throws(Refusal) { try moveIntoPlace() }
}

/// Standard output, or any descriptor that somebody else opened.
final class DescriptorSink: ByteSink {
  var path: String? { nil }
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  func write(_ bytes: [UInt8]) throws(Refusal) {
    buffer += bytes
    if buffer.count >= 1 << 16 { try complete() }
  }

  func complete() throws(Refusal) {
    do throws(SystemFailure) {
      try descriptor.writeAll(buffer)
    } catch {
      throw Refusal(.outputFailed, ["path": "-", "reason": error.words])
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
