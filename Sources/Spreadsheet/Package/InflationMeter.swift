import Findings
import Synchronization

/// Counts what is really inflated, over all parts and threads of one package, against its limits.
///
/// Declared sizes can lie; they serve only to refuse early what says of itself that it is a bomb.
final class InflationMeter: Sendable {
  private struct Counts {
    var total = 0
    /// By entry, the most that has come out of it: a part that is read again does not count again.
    var ofEntries: [Int]
  }

  private let limits: Limits
  private let packageSize: Int
  private let counts: Mutex<Counts>

  /// - Parameter packageSize: In bytes; many small parts, or one under many names, are to be no bomb either.
  init(limits: Limits, entries: Int, packageSize: Int) {
    self.limits = limits
    self.packageSize = packageSize
    counts = Mutex(Counts(ofEntries: Array(repeating: 0, count: entries)))
  }

  /// - Parameter inflated: The bytes that an entry has come to so far.
  /// - Throws: `file.too-large` where the part or all parts together are too large, or too large for their package.
  func count(_ inflated: Int, ofEntry entry: Int, part: String, isTable: Bool = true) throws(Refusal) {
    if !isTable, inflated > limits.inflatedBytesOfSmallPart {
      throw .exceeded("inflatedBytesOfSmallPart", limits.inflatedBytesOfSmallPart, part: part)
    }
    let sum = counts.withLock {
      $0.total += max(0, inflated - $0.ofEntries[entry])
      $0.ofEntries[entry] = max(inflated, $0.ofEntries[entry])
      return $0.total
    }
    if sum > limits.inflatedBytes { throw .exceeded("inflatedBytes", limits.inflatedBytes) }
    if sum > limits.inflatedBytesTogetherWithoutRatio, sum / max(1, limits.inflationRatio) > packageSize {
      throw .exceeded("inflationRatio", limits.inflationRatio, part: part)
    }
  }

  /// - Throws: `file.too-large` where a part is inflated beyond all that text in a table compresses to.
  func checkRatio(inflated: Int, compressed: Int, part: String) throws(Refusal) {
    guard inflated > limits.inflatedBytesWithoutRatio else { return }
    if inflated / max(1, limits.inflationRatio) > compressed {
      throw .exceeded("inflationRatio", limits.inflationRatio, part: part)
    }
  }
}

/// A part being inflated under the meter.
final class MeteredStream: PartSource {
  private let source: any PartSource
  private let part: String
  private let entry: ZipArchive.Entry
  private let isTable: Bool
  private let meter: InflationMeter
  private var inflated = 0

  init(_ source: any PartSource, part: String, entry: ZipArchive.Entry, isTable: Bool, meter: InflationMeter) {
    self.source = source
    self.part = part
    self.entry = entry
    self.isTable = isTable
    self.meter = meter
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    let count = try source.read(into: buffer)
    inflated += count
    try meter.count(inflated, ofEntry: entry.index, part: part, isTable: isTable)
    try meter.checkRatio(inflated: inflated, compressed: entry.compressedSize, part: part)
    return count
  }
}

extension Refusal {
  /// The refusal that names a limit, and the part that exceeds it.
  static func exceeded(_ limit: String, _ maximum: Int, part: String?) -> Refusal {
    exceeded(limit, maximum, at: Place(position: part.map { BytePosition(part: $0) }))
  }
}
