import CTextScan

/// Finds the bytes that mean something to a record reader, 64 at a time, and what is rare in the same pass; between two marked bytes
/// nothing is looked at again.
struct SpecialBytes {
  /// Bytes that one mask covers.
  static let blockLength = 64

  /// A bit for each of 64 bytes; bit 0 is the first.
  struct Masks {
    /// The first byte of every delimiter.
    var delimiters: UInt64 = 0
    /// Every quotation mark, escape character and line end.
    var stops: UInt64 = 0

    var all: UInt64 { delimiters | stops }
  }

  /// What there may be in some bytes; what is not said there is not.
  struct Traits: OptionSet {
    let rawValue: UInt32

    static let nul = Traits(rawValue: text_may_have_nul.rawValue)
    static let replacementCharacter = Traits(rawValue: text_may_have_replacement.rawValue)
    static let invalidUTF8 = Traits(rawValue: text_may_be_invalid_utf8.rawValue)
  }

  /// Line feeds stand for what the dialect does not have.
  private var specials: text_specials

  init(_ dialect: Dialect) {
    specials = text_specials(
      delimiter: dialect.delimiter.bytes[0], quote: dialect.quote ?? 0x0A, escape: dialect.escape ?? 0x0A)
  }

  /// Fills the masks for the bytes of a buffer from an index on, and says what there may be in those bytes.
  ///
  /// Whether it is UTF-8 is known only of bytes that begin and end with a whole character.
  func scan(_ base: UnsafePointer<UInt8>, from first: Int, to count: Int, into masks: UnsafeMutablePointer<Masks>)
    -> Traits
  {
    masks.withMemoryRebound(to: UInt64.self, capacity: 2 * (count / Self.blockLength + 1)) { words in
      withUnsafePointer(to: specials) { Traits(rawValue: text_scan($0, base, first, count, words)) }
    }
  }
}
