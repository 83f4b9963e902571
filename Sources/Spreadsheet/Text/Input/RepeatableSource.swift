import Findings

/// A source whose first bytes have been looked at, and which is then read from its beginning, once or several times.
final class RepeatableSource {
  let sample: [UInt8]
  let isSampleWhole: Bool
  private let source: ByteSource
  private let alreadyRead: [UInt8]
  /// The rest of a pipe behind the sample, until it is read.
  private var pipe: ByteStream?
  private let isRepeatable: Bool

  init(_ source: ByteSource, alreadyRead: [UInt8], sampleLength: Int) throws(Refusal) {
    self.source = source
    self.alreadyRead = alreadyRead
    let stream = try ByteStream(source, alreadyRead: alreadyRead)
    let sample = try stream.read(upTo: sampleLength)
    self.sample = sample
    isSampleWhole = sample.count < sampleLength
    isRepeatable = stream.isRepeatable
    pipe = isRepeatable ? nil : stream
  }

  /// The bytes from the first on.
  /// - Throws: A refusal where a pipe longer than the sample is asked for a second time.
  func stream() throws(Refusal) -> ByteStream {
    if isRepeatable { return try ByteStream(source, alreadyRead: alreadyRead) }
    if isSampleWhole { return try ByteStream(.bytes(sample)) }
    guard let pipe else { throw Refusal(.textReadTwice) }
    self.pipe = nil
    return pipe.rewound(behind: sample)
  }
}
