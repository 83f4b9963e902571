import Findings
import SystemCalls

/// One of so many shares of a run's inputs: each machine of a fleet takes one, and together they take every input once.
///
/// Which share an input belongs to depends on its path alone, as it was named: the FNV-1a hash of its bytes, modulo the number of shares.
public struct Shard: Hashable, Sendable {
  /// From 1.
  public let number: Int
  public let count: Int

  /// More shares than any fleet has machines.
  private static let most = 100_000

  /// Reads `3/16`.
  ///
  /// - Throws: `WrongUsage` for what is no share.
  public init(_ text: String) throws(WrongUsage) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1, number <= count,
      count <= Self.most
    else { throw WrongUsage(.usageShard, ["found": text]) }
    self.number = number
    self.count = count
  }

  init(number: Int, of count: Int) {
    self.number = number
    self.count = count
  }

  func has(_ path: [UInt8]) -> Bool { Int(Fingerprint.of(path) % UInt64(count)) == number - 1 }
}
