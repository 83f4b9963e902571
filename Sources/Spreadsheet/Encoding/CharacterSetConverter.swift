import Glibc

/// iconv, which converts between the character sets that glibc knows.
final class CharacterSetConverter {
  private let descriptor: iconv_t

  /// - Returns: nil where iconv does not know one of the names.
  init?(from source: String, to target: String) {
    // glibc answers (iconv_t)-1 for failure.
    guard let descriptor = iconv_open(target, source), Int(bitPattern: descriptor) != -1 else { return nil }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// Converts as much as can be.
  func convert(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Transcoding {
    var source: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
    var sourceLeft = input.count
    var target: UnsafeMutablePointer<CChar>? = output.baseAddress?.assumingMemoryBound(to: CChar.self)
    var targetLeft = output.count
    let result = iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
    let isMalformed = result == -1 && errno == EILSEQ
    return Transcoding(read: input.count - sourceLeft, written: output.count - targetLeft, isMalformed: isMalformed)
  }

  /// Writes what iconv holds back: a letter of Vietnamese or Hebrew code pages, on which a mark might follow.
  func flush(into output: UnsafeMutableRawBufferPointer) -> Int {
    var target: UnsafeMutablePointer<CChar>? = output.baseAddress?.assumingMemoryBound(to: CChar.self)
    var targetLeft = output.count
    _ = iconv(descriptor, nil, nil, &target, &targetLeft)
    return output.count - targetLeft
  }

  /// What UTF-8 text becomes in a character set that takes at most two bytes for each of its bytes; nil where a character is missing there.
  func bytes(of text: Substring) -> [UInt8]? {
    let text = Array(text.utf8)
    var bytes = [UInt8](repeating: 0, count: text.count * 2 + 4)
    let outcome = text.withUnsafeBytes { input in bytes.withUnsafeMutableBytes { convert(input, into: $0) } }
    guard outcome.read == text.count else { return nil }
    bytes.removeLast(bytes.count - outcome.written)
    return bytes
  }

  /// Forgets what came before.
  func reset() { _ = iconv(descriptor, nil, nil, nil, nil) }
}

/// Any character set by way of iconv.
final class NamedTranscoder: Transcoder {
  let expansion = 4
  private let decoder: CharacterSetConverter
  private let encoder: CharacterSetConverter

  /// - Returns: nil where iconv does not know the name.
  init?(_ name: String) {
    // For iconv, what is left of a name without its foreign letters may be empty, which is the locale's character set; and
    // behind `//` it takes orders, one of them to leave out what it cannot read.
    let isName = name.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: ")"):
        true
      default: false
      }
    }
    guard isName, name.utf8.contains(where: { $0 >= UInt8(ascii: "0") }) else { return nil }
    guard let decoder = CharacterSetConverter(from: name, to: "UTF-8"),
      let encoder = CharacterSetConverter(from: "UTF-8", to: name)
    else { return nil }
    self.decoder = decoder
    self.encoder = encoder
  }

  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutablePointer<UInt8>) -> Transcoding {
    decoder.convert(input, into: UnsafeMutableRawBufferPointer(start: output, count: input.count * expansion))
  }

  func finish(into output: UnsafeMutableRawBufferPointer) -> Int { decoder.flush(into: output) }

  var measure: SourceMeasure? { nil }

  func sourceLength(of text: UnsafeBufferPointer<UInt8>) -> Int {
    encoder.reset()
    return withUnsafeTemporaryAllocation(byteCount: text.count * 4 + 16, alignment: 1) { destination in
      encoder.convert(UnsafeRawBufferPointer(text), into: destination).written
    }
  }
}
