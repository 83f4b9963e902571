import Findings
import Glibc

/// The text of a source as UTF-8, handed to a record reader piece by piece, each byte checked on its way.
final class DecodedInput {
  /// As much is read even where less is expected.
  private static let smallestPiece = 1 << 10
  /// A transcoder may write that much more than it says it has written.
  private static let transcodingReserve = 64

  /// What the text is read as; where it began as ASCII alone, this may be settled while reading.
  private(set) var decision: EncodingDecision
  /// Whether there may be NULs in the text: one has been seen, or the encoding is full of them anyway.
  private(set) var sawNUL = false
  /// Whether there is a U+FFFD in the text so far: a program before has lost a character.
  private(set) var sawReplacement = false
  /// Whether the text is known to be valid UTF-8: what iconv makes is not looked at again.
  var isChecked: Bool { if case .named = decision.encoding { false } else { true } }
  /// Whether a byte of the text is a byte of the source.
  var isUntranslated: Bool { measure == .utf8 }
  private let stream: ByteStream
  private let portions: TextPortions
  private var transcoder: (any Transcoder)?
  /// Bytes read whose character is not complete, or which belong before what is read next.
  private var held: [UInt8]
  /// Bytes of the source that have become text or been skipped.
  private var consumed: Int
  private(set) var isAtEnd = false

  /// - Throws: A refusal where the encoding asked for is unknown.
  init(_ stream: ByteStream, decision: EncodingDecision, _ portions: TextPortions) throws(Refusal) {
    self.stream = stream
    self.portions = portions
    self.decision = decision
    held = []
    consumed = 0
    transcoder = try Self.transcoder(for: decision.encoding)
    settleMeasure()
    consumed = try stream.read(upTo: decision.markLength).count
  }

  /// Feeds the reader with as much as is ready, or finishes it.
  /// - Throws: A refusal with line, column and offset of bytes that are not valid in the encoding.
  func fill(_ reader: inout RecordReader) throws(Refusal) {
    if isAtEnd { return reader.finish() }
    // Doubling keeps the cost of a long record in proportion to its length.
    let left = stream.expectedLength.map { min($0, portions.piece) + 1 } ?? portions.piece
    let expected = max(left, Self.smallestPiece)
    let wanted = max(min(portions.piece, expected), reader.pendingBytes)
    if transcoder == nil, decision.reason != .onlyASCII {
      try fillDirectly(&reader, wanted)
    } else {
      try fillThroughPiece(&reader, wanted)
    }
  }

  /// Whether more than a piece is wanted, for a long record: were that not all read, it would be gone through again for each little read.
  private func isLong(_ wanted: Int) -> Bool { wanted > portions.piece }

  /// How to tell what text read so far took in the source; nil where only `sourceLength(of:)` can.
  private(set) var measure: SourceMeasure? = .utf8

  /// Bytes that text took in the source.
  @inline(__always)
  func sourceLength(of text: UnsafeBufferPointer<UInt8>) -> Int {
    measure?.length(of: text) ?? transcoder?.sourceLength(of: text) ?? text.count
  }

  /// UTF-8: read where it is needed, then checked in place.
  private func fillDirectly(_ reader: inout RecordReader, _ wanted: Int) throws(Refusal) {
    var isMalformed = false
    var length = 0
    let traits = try reader.refill(atLeast: wanted + held.count) { (destination) throws(Refusal) in
      destination.copyBytes(from: held)
      let free = UnsafeMutableRawBufferPointer(rebasing: destination[held.count...].prefix(wanted))
      let count = try isLong(wanted) ? stream.fill(free) : stream.read(into: free)
      isAtEnd = count == 0
      let text = UnsafeRawBufferPointer(rebasing: destination[..<(held.count + count)])
      length = UTF8Validation.lengthOfWholeCharacters(text)
      let rest = UnsafeRawBufferPointer(rebasing: text[length...])
      isMalformed = isAtEnd && !rest.isEmpty || UTF8Validation.check(rest).isMalformed
      accept(length, of: text)
      return length
    }
    if traits.contains(.invalidUTF8) {
      let text = reader.lastBytes(length)
      let valid = UTF8Validation.check(text).validLength
      if valid < length {
        isMalformed = true
        held = Array(text[valid...]) + held
        consumed -= length - valid
        reader.removeLast(length - valid)
        length = valid
      }
    }
    look(at: reader.lastBytes(length), traits)
    try conclude(&reader, isMalformed)
  }

  /// Any other encoding, or none decided yet: read aside, then decoded.
  private func fillThroughPiece(_ reader: inout RecordReader, _ wanted: Int) throws(Refusal) {
    var piece = held + [UInt8](repeating: 0, count: wanted)
    let count = try stream.read(into: &piece, from: held.count, untilFull: isLong(wanted))
    piece.removeLast(wanted - count)
    isAtEnd = count == 0
    if decision.reason == .onlyASCII { try settle(on: &piece) }
    var isMalformed = false
    var written = 0
    let traits = reader.refill(atLeast: piece.count * (transcoder?.expansion ?? 1) + Self.transcodingReserve) {
      destination in
      piece.withUnsafeBytes { input in
        let outcome = decode(input, into: destination)
        isMalformed = outcome.isMalformed || isAtEnd && outcome.read < input.count
        accept(outcome.read, of: input)
        written = outcome.written
        if isAtEnd, !isMalformed, let transcoder {
          written += transcoder.finish(into: UnsafeMutableRawBufferPointer(rebasing: destination[written...]))
        }
        return written
      }
    }
    settleMeasure()
    look(at: reader.lastBytes(written), traits)
    try conclude(&reader, isMalformed)
  }

  private func decode(_ input: UnsafeRawBufferPointer, into destination: UnsafeMutableRawBufferPointer) -> Transcoding {
    if let transcoder, let output = destination.baseAddress?.assumingMemoryBound(to: UInt8.self) {
      return transcoder.decode(input, into: output)
    }
    let outcome = UTF8Validation.check(input)
    destination.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[..<outcome.validLength]))
    return Transcoding(read: outcome.validLength, written: outcome.validLength, isMalformed: outcome.isMalformed)
  }

  /// Decides the encoding once there is a byte that is not ASCII, for which more may have to be read.
  private func settle(on piece: inout [UInt8]) throws(Refusal) {
    let first = piece.withUnsafeBytes { UTF8Validation.firstNonASCII(in: $0) }
    guard first < piece.count else { return }
    let needed = first + portions.evidence
    if piece.count < needed {
      let more = try stream.read(upTo: needed - piece.count)
      isAtEnd = piece.count + more.count < needed
      piece += more
    }
    let evidence = piece[first..<min(needed, piece.count)]
    decision = evidence.withUnsafeBytes { EncodingDecision(behindASCII: $0, isWhole: isAtEnd) }
    transcoder = try Self.transcoder(for: decision.encoding)
  }

  private func settleMeasure() { if let transcoder { measure = transcoder.measure } }

  private func accept(_ length: Int, of input: UnsafeRawBufferPointer) {
    held = Array(input[length...])
    consumed += length
  }

  /// Looks once for what no cell then has to be looked through for.
  private func look(at text: UnsafeRawBufferPointer, _ traits: SpecialBytes.Traits) {
    if traits.contains(.nul) { sawNUL = true }
    if !sawReplacement, traits.contains(.replacementCharacter) {
      sawReplacement = LossyText.hasReplacementCharacter(text)
    }
  }

  private func conclude(_ reader: inout RecordReader, _ isMalformed: Bool) throws(Refusal) {
    if isMalformed {
      held += try stream.read(upTo: max(0, Refusal.invalidBytesShown - held.count))
      throw Refusal(invalidBytesIn: held, at: consumed, behind: reader, as: decision.encoding)
    }
    if isAtEnd { reader.finish() }
  }

  private static func transcoder(for encoding: TextEncoding) throws(Refusal) -> (any Transcoder)? {
    switch encoding {
    case .utf8: return nil
    case .utf16LittleEndian: return UTF16Transcoder(isBigEndian: false)
    case .utf16BigEndian: return UTF16Transcoder(isBigEndian: true)
    case .gb18030: return GB18030Transcoder()
    case .named(let name):
      guard let transcoder = NamedTranscoder(name) else {
        throw Refusal(.textUnknownEncoding, ["encoding": name])
      }
      return transcoder
    }
  }
}
