import Findings
import Synchronization

/// Counts what is really inflated, over all parts and threads of one package, against its limits.
///
/// Declared sizes can lie; they serve only to refuse early what says of itself that it is a bomb.
final class InflationMeter: Sendable {
  private let limits: Limits
  private let total = Mutex(0)

  init(limits: Limits) { self.limits = limits }

  /// - Throws: `xlsx.limit` where all parts together are too large.
  func add(_ bytes: Int) throws(Refusal) {
    let sum = total.withLock {
      $0 += bytes
      return $0
    }
    if sum > limits.inflatedBytes { throw .exceeded("inflatedBytes", limits.inflatedBytes) }
  }

  /// - Throws: `xlsx.limit` where a part is inflated beyond all that text in a table compresses to.
  func checkRatio(inflated: Int, compressed: Int, part: String) throws(Refusal) {
    guard inflated > limits.inflatedBytesWithoutRatio else { return }
    if inflated / limits.inflationRatio > compressed {
      throw .exceeded("inflationRatio", limits.inflationRatio, part: part)
    }
  }
}

/// A part being inflated under the meter.
final class MeteredStream: PartSource {
  private let source: any PartSource
  private let part: String
  private let compressed: Int
  private let meter: InflationMeter
  private var inflated = 0

  init(_ source: any PartSource, part: String, compressed: Int, meter: InflationMeter) {
    self.source = source
    self.part = part
    self.compressed = compressed
    self.meter = meter
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    let count = try source.read(into: buffer)
    inflated += count
    try meter.add(count)
    try meter.checkRatio(inflated: inflated, compressed: compressed, part: part)
    return count
  }
}

extension Refusal {
  /// The refusal that names a limit, by the property of `Limits` that changes it.
  static func exceeded(_ limit: String, _ maximum: Int, part: String? = nil) -> Refusal {
    Refusal(
      .fileTooLarge, at: Place(position: part.map { BytePosition(part: $0) }),
      ["limit": limit, "maximum": String(maximum)])
  }
}
