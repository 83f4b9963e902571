/// Makes UTF-8 of the bytes of another encoding, piece by piece.
protocol Transcoder: AnyObject {
  /// UTF-8 bytes that one byte can become at most.
  var expansion: Int { get }

  /// Decodes the whole characters at the beginning of the input.
  /// - Returns: How many bytes were read, which leaves at most a character that is cut off, and how many were written.
  func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutablePointer<UInt8>
  ) -> Transcoding

  /// Writes what was held back because the next byte might have changed it, at the end of the input.
  /// - Returns: How many bytes were written.
  func finish(into output: UnsafeMutableRawBufferPointer) -> Int

  /// How to tell what text decoded so far took in the encoding; nil where only `sourceLength(of:)` can.
  var measure: SourceMeasure? { get }

  /// Bytes that this valid UTF-8 took in the encoding.
  func sourceLength(of text: UnsafeBufferPointer<UInt8>) -> Int
}

extension Transcoder {
  func finish(into output: UnsafeMutableRawBufferPointer) -> Int { 0 }
}

/// What became of a piece of input.
struct Transcoding {
  var read: Int
  var written: Int
  /// Whether the bytes behind those read can never become a character; otherwise they are the beginning of one, or nothing.
  var isMalformed = false
}
