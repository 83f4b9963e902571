/// What a shard's record says last: how many inputs there are in all shards, a hash of their paths in order, and how the run ended.
struct ShardEnd: Sendable {
  var inputs = 0
  /// A hash of all paths in their order: shards that saw other lists do not go together.
  var paths: UInt64 = 0
  var status = ExitStatus.done

  /// Whether both runs saw the same list of inputs.
  func isOfSameInputs(as other: ShardEnd) -> Bool { inputs == other.inputs && paths == other.paths }

  func encoded() -> [UInt8] {
    var line = FieldLineWriter()
    line.add(inputs)
    line.add(String(paths, radix: 16))
    line.add(Int(status.rawValue))
    return line.bytes
  }

  init(inputs: Int, paths: UInt64) {
    self.inputs = inputs
    self.paths = paths
  }

  init(encoded bytes: some Sequence<UInt8>) throws(FieldLineReader.Malformed) {
    var line = FieldLineReader(bytes)
    inputs = try line.integer()
    guard let paths = UInt64(try line.text(), radix: 16) else { throw FieldLineReader.Malformed() }
    self.paths = paths
    guard let status = ExitStatus(rawValue: Int32(clamping: try line.integer())) else {
      throw FieldLineReader.Malformed()
    }
    self.status = status
  }
}
