/// Which encoding a text file is read in, and why.
struct EncodingDecision: Equatable {
  enum Reason: String {
    /// The caller said so.
    case asked
    case byteOrderMark
    /// Nothing but ASCII so far, which all usual encodings share, or too little else: to be decided at the first other byte.
    case onlyASCII
    case validUTF8
    /// Mostly UTF-8, with faults: reading it as anything else would give rubbish.
    case damagedUTF8
    /// NUL bytes where UTF-16 has them.
    case patternOfNULs
    /// No UTF-8, so what Chinese Windows programs write.
    case notUTF8
  }

  let encoding: TextEncoding
  let reason: Reason
  /// Whether what it is read as has hardly anything that such a text would have.
  private(set) var isDoubtful = false
  /// Bytes of the byte order mark, which are no text.
  var markLength = 0

  /// Decides in the order byte order mark, pattern of UTF-16, strict UTF-8, GB 18030; asked for goes before all.
  ///
  /// NUL bytes are valid UTF-8, so the pattern has to be looked for first.
  ///
  /// - Parameters:
  ///   - sample: The beginning of the file.
  ///   - isWhole: Whether that is all of the file; otherwise a character cut off at the end is none of its faults.
  ///   - evidence: Bytes from the first on that is not ASCII that it takes to tell UTF-8 from GB 18030, where the file holds as many.
  init(sample: UnsafeRawBufferPointer, isWhole: Bool, asked: String?, evidence: Int) {
    let marked: [TextEncoding] = [.utf8, .utf16LittleEndian, .utf16BigEndian, .gb18030]
    let mark = marked.first { sample.starts(with: $0.byteOrderMark) }
    if let asked {
      let wanted = TextEncoding(name: asked)
      // "UTF-16" leaves the byte order to the mark.
      let isOrderOpen = wanted == .utf16LittleEndian && !asked.lowercased().hasSuffix("le")
      let encoding = isOrderOpen && mark == .utf16BigEndian ? .utf16BigEndian : wanted
      self.init(encoding: encoding, reason: .asked, markLength: mark == encoding ? encoding.byteOrderMark.count : 0)
    } else if let mark {
      self.init(encoding: mark, reason: .byteOrderMark, markLength: mark.byteOrderMark.count)
    } else if let encoding = NULPattern(sample).encoding {
      self.init(encoding: encoding, reason: .patternOfNULs)
    } else if UTF8Validation.firstNonASCII(in: sample) > sample.count - (isWhole ? 1 : evidence) {
      self.init(encoding: .utf8, reason: .onlyASCII)
    } else {
      self.init(behindASCII: sample, isWhole: isWhole)
    }
  }

  /// Decides between UTF-8 and GB 18030.
  init(behindASCII sample: UnsafeRawBufferPointer, isWhole: Bool) {
    let outcome = UTF8Validation.check(sample)
    if !outcome.isMalformed, !isWhole || outcome.validLength == sample.count {
      self.init(encoding: .utf8, reason: .validUTF8)
    } else if UTF8Evidence(sample).isDamagedUTF8
      || UTF8Evidence.isUTF8(UnsafeRawBufferPointer(rebasing: sample[..<outcome.validLength]))
    {
      self.init(encoding: .utf8, reason: .damagedUTF8)
    } else {
      let pairs = PairEvidence(sample)
      self.init(encoding: pairs.isBig5 ? .named("BIG5-HKSCS") : .gb18030, reason: .notUTF8)
      isDoubtful = !pairs.isBig5 && !pairs.isGB18030
    }
  }

  private init(encoding: TextEncoding, reason: Reason, markLength: Int = 0) {
    self.encoding = encoding
    self.reason = reason
    self.markLength = markLength
  }
}

/// Where NUL bytes stand. In UTF-16 every tab, digit and line end has one, always on the same side.
struct NULPattern {
  /// The encoding that the pattern shows; nil where it shows none.
  let encoding: TextEncoding?

  init(_ sample: UnsafeRawBufferPointer) {
    guard sample.contains(0) else {
      encoding = nil
      return
    }
    /// Pairs that are ASCII characters, NUL last and NUL first.
    var little = 0
    var big = 0
    /// Those among them that would be ideographs such as 开, U+5F00, the other way round.
    var littleOrIdeograph = 0
    var bigOrIdeograph = 0
    /// Pairs of two ASCII characters that would be rare characters with the second or the first byte as the high one.
    var rareLittle = 0
    var rareBig = 0
    /// Pairs of two ASCII characters, and pairs with a byte that no ASCII text has.
    var plain = 0
    var others = 0
    for index in stride(from: 0, to: sample.count - 1, by: 2) {
      let (first, second) = (sample[index], sample[index + 1])
      switch (Self.isText(first), Self.isText(second)) {
      case (true, true):
        plain += 1
        if !Self.isUsualHighByte(second) { rareLittle += 1 }
        if !Self.isUsualHighByte(first) { rareBig += 1 }
      case (true, false) where second == 0: if first < 0x4E { little += 1 } else { littleOrIdeograph += 1 }
      case (false, true) where first == 0: if second < 0x4E { big += 1 } else { bigOrIdeograph += 1 }
      default: if first != 0, second != 0 { others += 1 }
      }
    }
    // Of ideographs in UTF-16 most have a byte that is no ASCII character: text all of whose other bytes are is ASCII with stray NULs.
    guard others > 0 || plain < 4 || plain <= max(little, big) else {
      encoding = nil
      return
    }
    // Letters decide where there are no delimiters, digits and line ends, which are never ideographs.
    if little == 0, big == 0 { (little, big) = (littleOrIdeograph, bigOrIdeograph) }
    let better = max(little, big)
    let (against, rare) = little > big ? (bigOrIdeograph, rareLittle) : (littleOrIdeograph, rareBig)
    // Stray NULs are fewer, and stand on both sides.
    guard better > 4 * min(little, big), better > rare, better * 50 > sample.count / 2,
      against == 0 || better > 4 && better * 2 > against
    else {
      encoding = nil
      return
    }
    encoding = little > big ? .utf16LittleEndian : .utf16BigEndian
  }

  /// U+4E00 to U+7EFF, more than half of the ideographs in use; general punctuation and signs such as ≥; 、 and 。.
  private static func isUsualHighByte(_ byte: UInt8) -> Bool {
    (0x4E...0x7E).contains(byte) || (0x20...0x26).contains(byte) || byte == 0x30
  }

  private static func isText(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

/// How much of a text that is not valid UTF-8 is UTF-8 all the same.
///
/// Chinese text in GB 18030 gives sequences of three bytes of UTF-8 by chance only; a UTF-8 file with a few broken bytes consists of them.
struct UTF8Evidence {
  private var sequences = 0
  private var faults = 0

  var isDamagedUTF8: Bool { sequences >= 8 && sequences > 8 * faults }

  /// Whether valid UTF-8 has more sequences of three bytes than another encoding gives by chance: a file that ends in another encoding began as UTF-8.
  static func isUTF8(_ valid: UnsafeRawBufferPointer) -> Bool { valid.count { $0 >= 0xE0 } >= 8 }

  init(_ sample: UnsafeRawBufferPointer) {
    var index = 0
    while index < sample.count {
      let outcome = UTF8Validation.check(UnsafeRawBufferPointer(rebasing: sample[index...]))
      let end = index + outcome.validLength
      sequences += sample[index..<end].count { $0 >= 0xE0 }
      guard outcome.isMalformed else { break }
      faults += 1
      index = end + 1
    }
  }
}
