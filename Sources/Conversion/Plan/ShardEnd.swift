/// What a shard's record says last: how many inputs there are in all shards, and a hash of their paths in order.
struct ShardEnd: Hashable, Sendable {
  var inputs = 0
  /// A hash of all paths in their order: shards that saw other lists do not go together.
  var paths: UInt64 = 0

  func encoded() -> [UInt8] {
    var line = FieldLineWriter()
    line.add(inputs)
    line.add(String(paths, radix: 16))
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
  }
}
