/// One input to be worked on, by a worker process or by this one.
struct Job: Sendable {
  /// Position among the inputs of the run, from 0.
  var ordinal: Int
  /// Position among the inputs of all shards: of no matter to a worker.
  var position = RunPosition()
  var input: InputFile
  /// What an earlier run left: to be kept where every hash still holds.
  var expected: Expectation?
  /// Where the input stands after it was converted into something that is read; nil for one that is read as it is.
  var converted: String?

  /// What the journal says of an input, as far as it can be verified.
  struct Expectation: Sendable {
    var inputSHA256: String
    var outputs: [ExpectedOutput]
  }

  /// A file relative to the output folder, and the 64 lower-case hexadecimal digits of its hash.
  struct ExpectedOutput: Sendable {
    var path: String
    var sha256: String
  }

  func encoded() -> [UInt8] {
    var line = FieldLineWriter()
    line.add(ordinal)
    line.addBytes(input.path)
    line.add(input.name)
    line.add(input.isWalked)
    line.add(expected?.inputSHA256)
    line.add(expected?.outputs.count ?? 0)
    for output in expected?.outputs ?? [] {
      line.add(output.path)
      line.add(output.sha256)
    }
    line.add(converted)
    line.addBytes(input.unpacked?.archive ?? [])
    line.add(input.unpacked?.path)
    return line.bytes
  }

  init(ordinal: Int, input: InputFile, expected: Expectation? = nil) {
    self.ordinal = ordinal
    self.input = input
    self.expected = expected
  }

  init(encoded bytes: some Sequence<UInt8>) throws(FieldLineReader.Malformed) {
    var line = FieldLineReader(bytes)
    ordinal = try line.integer()
    input = InputFile(path: try line.rawBytes(), name: try line.text(), isWalked: try line.flag())
    let sha256 = try line.optionalText()
    var outputs: [ExpectedOutput] = []
    for _ in 0..<(try line.count()) { outputs.append(ExpectedOutput(path: try line.text(), sha256: try line.text())) }
    expected = sha256.map { Expectation(inputSHA256: $0, outputs: outputs) }
    converted = try line.optionalText()
    let archive = try line.rawBytes()
    input.unpacked = try line.optionalText().map { UnpackedPlace(archive: archive, path: $0) }
  }
}

/// A file that a run has written.
struct WrittenOutput: Hashable, Sendable {
  /// Where it is: relative to the output folder once it is in place, before that a path in the folder of parts.
  var path: String
  /// 64 lower-case hexadecimal digits.
  var sha256: String
  /// What it would like to be called where names come from patterns; nil where its input's path decides.
  var wish: String?
  /// Whether it is the marked copy of the output before it.
  var isReview = false
}

extension FieldLineWriter {
  mutating func add(_ outputs: [WrittenOutput]) {
    add(outputs.count)
    for output in outputs {
      add(output.path)
      add(output.sha256)
      add(output.wish)
      add(output.isReview)
    }
  }
}

extension FieldLineReader {
  mutating func outputs() throws(Malformed) -> [WrittenOutput] {
    var outputs: [WrittenOutput] = []
    for _ in 0..<(try count()) {
      outputs.append(
        WrittenOutput(path: try text(), sha256: try text(), wish: try optionalText(), isReview: try flag()))
    }
    return outputs
  }
}
