import Testing

@testable import Conversion

@Suite("Shares of the inputs")
struct ShardOfPathTests {
  @Test func `every path is in one shard, whatever else there is`() throws {
    let shards = try (1...16).map { try Shard("\($0)/16") }
    var counts = [Int](repeating: 0, count: 16)
    for number in 0..<4000 {
      let path = Array("收件箱/\(number % 40)/表\(number).xlsx".utf8)
      let owners = shards.filter { $0.has(path) }
      #expect(owners.count == 1)
      counts[(owners.first?.number ?? 1) - 1] += 1
    }
    // 250 each, within what chance allows five sigmas away.
    for count in counts { #expect((170...330).contains(count), "\(counts)") }
  }

  /// FNV-1a, 64 bits, by its published test vectors: "" is cbf29ce484222325, "a" af63dc4c8601ec8c, "foobar" 85944171f73967e8.
  @Test(arguments: [
    ("", 0xcbf2_9ce4_8422_2325 as UInt64), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
  ])
  func `the share is that of a hash that everybody can compute`(path: String, hash: UInt64) throws {
    for count in [1, 2, 3, 16, 1000] {
      #expect(try Shard("\(hash % UInt64(count) + 1)/\(count)").has(Array(path.utf8)))
    }
  }

  @Test func `positions are those of one run`() {
    let positions = [[0, 0], [0, 2], [0, 11], [1, 1, 0], [1, 1, 12], [1, 5, 0], [2, 1, 3, 0]].map { RunPosition($0) }
    #expect(positions.shuffled().sorted() == positions)
  }
}
