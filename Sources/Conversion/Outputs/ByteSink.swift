import Findings
import SystemCalls

/// Where the bytes of an output go.
protocol ByteSink: AnyObject {
  /// Where a library that insists on a path can write the bytes itself; nil where they have to come through `write`.
  var directPath: String? { get }
  func write(_ bytes: [UInt8]) throws(Refusal)
  /// All bytes are there: they become the output.
  func complete() throws(Refusal)
}

extension PlacedFile: ByteSink {
  var directPath: String? { path }
  func write(_ bytes: [UInt8]) throws(Refusal) { try append(bytes) }
  func complete() throws(Refusal) { try moveIntoPlace() }
}

/// Standard output, or any descriptor that the caller opened.
final class DescriptorSink: ByteSink {
  var directPath: String? { nil }
  private let descriptor: Descriptor
  private var buffer: [UInt8] = []

  init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  func write(_ bytes: [UInt8]) throws(Refusal) {
    buffer += bytes
    if buffer.count >= 1 << 16 { try complete() }
  }

  func complete() throws(Refusal) {
    do throws(SystemFailure) {
      try descriptor.write(buffer)
    } catch {
      throw Refusal(error.isBrokenPipe ? .outputPipeClosed : .outputFailed, ["path": "-", "reason": error.words])
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Bytes in memory.
final class MemorySink: ByteSink {
  var directPath: String? { nil }
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: [UInt8]) {
    if self.bytes.isEmpty { self.bytes = bytes } else { self.bytes += bytes }
  }

  func complete() {}
}
