import Findings
import SystemCalls

/// Bytes put aside until what stands before them is known: a file without a name in the folder for temporary files.
final class Spool {
  private static let pieceSize = 1 << 16
  private let file: Descriptor
  private var buffer: [UInt8] = []

  init() throws(Refusal) {
    do throws(SystemFailure) {
      file = try TemporaryFile.nameless(in: TemporaryFile.folder)
    } catch {
      throw Self.refusal(error)
    }
  }

  func append(_ bytes: [UInt8]) throws(Refusal) {
    buffer += bytes
    if buffer.count >= Self.pieceSize { try flush() }
  }

  /// Passes on everything, in pieces.
  func drain(into write: ([UInt8]) throws -> Void) throws {
    try flush()
    var offset = 0
    while case let piece = try piece(at: offset), !piece.isEmpty {
      offset += piece.count
      try write(piece)
    }
  }

  private func piece(at offset: Int) throws(Refusal) -> [UInt8] {
    do throws(SystemFailure) {
      return try file.read(upTo: Self.pieceSize, at: offset)
    } catch {
      throw Self.refusal(error)
    }
  }

  private func flush() throws(Refusal) {
    do throws(SystemFailure) {
      try file.write(buffer)
    } catch {
      throw Self.refusal(error)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func refusal(_ failure: SystemFailure) -> Refusal {
    Refusal(.reportWriteFailed, ["reason": failure.words])
  }
}
