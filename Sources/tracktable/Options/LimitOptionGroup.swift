import ArgumentParser
import Conversion

/// `--time-limit` and `--memory-limit`: what one input may cost.
struct LimitOptionGroup: ParsableArguments {
  @Option(help: .words("一个输入最多用多少秒。", "Seconds that one input may take.", value: "秒数"))
  var timeLimit: Double?

  @Option(help: .words("一个输入最多用多少 MB 内存。", "Megabytes of memory that one input may take.", value: "兆字节"))
  var memoryLimit: Int?

  /// - Throws: `WrongUsage` for what is no amount of time or memory.
  func limits() throws(WrongUsage) -> FileLimits {
    var limits = FileLimits()
    if let timeLimit {
      guard timeLimit > 0, timeLimit < 1e9 else { throw WrongUsage(.usageLimit, ["option": "--time-limit"]) }
      limits.seconds = timeLimit
    }
    if let memoryLimit {
      guard memoryLimit > 0, memoryLimit <= Int.max >> 24 else {
        throw WrongUsage(.usageLimit, ["option": "--memory-limit"])
      }
      limits.memory = memoryLimit << 20
    }
    return limits
  }
}
