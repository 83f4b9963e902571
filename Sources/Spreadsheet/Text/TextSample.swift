import Findings

/// The beginning of a text file, decoded, for finding out its dialect and what is wrong with its text as a whole.
struct TextSample {
  /// As much decoded text as is looked at.
  static let length = 1 << 16

  let bytes: [UInt8]
  /// Whether that is all of the text.
  let isWhole: Bool
  let findings: [Finding]

  init(_ sample: [UInt8], isWhole: Bool, _ decision: EncodingDecision, _ portions: TextPortions) throws(Refusal) {
    var sample = sample
    if decision.reason == .onlyASCII, !isWhole {
      // What the rest is encoded in only what follows will show.
      sample.removeSubrange((sample.withUnsafeBytes { UTF8Validation.firstNonASCII(in: $0) })...)
    }
    let input = try DecodedInput(ByteStream(.bytes(sample)), decision: decision, portions)
    let (text, isWholeSample) = try input.text(limit: Self.length, mayBeCutOff: !isWhole)
    bytes = text
    self.isWhole = isWhole && isWholeSample
    findings = Mojibake(in: String(decoding: text, as: UTF8.self)).map { [$0.finding] } ?? []
  }
}
