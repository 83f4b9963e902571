import Findings

/// An Open Packaging Conventions package (ECMA-376 part 2): parts by name, as sloppily named as they come.
///
/// Names are compared without regard to case, with backslashes and a leading slash forgiven, because packages with all of
/// these exist and Excel opens them.
final class Package {
  let limits: Limits
  var size: Int { content.size }
  private let content: ZipContent
  private let archive: ZipArchive
  private var indexes: [String: Int] = [:]
  private var duplicates: Set<String> = []
  private let meter: InflationMeter
  /// Normalized names in the order of the archive.
  private(set) var partNames: [String] = []

  /// - Throws: `xlsx.damaged` for what is no ZIP file, `file.too-large` for too many parts.
  init(_ content: ZipContent, limits: Limits) throws(Refusal) {
    self.limits = limits
    (self.content, archive) = try Self.open(content, limits)
    let count = archive.count
    guard count <= limits.parts else { throw .exceeded("parts", limits.parts) }
    meter = InflationMeter(limits: limits, entries: count, packageSize: content.size)
    indexes.reserveCapacity(count)
    for index in 0..<count {
      let name = PartName.normalize(archive.name(at: index))
      if name.isEmpty || name.hasSuffix("/") { continue }
      partNames.append(name)
      if indexes.updateValue(index, forKey: name) != nil { duplicates.insert(name) }
    }
  }

  /// Opens the archive as it is; where that fails, without what stands in front of it and behind it.
  private static func open(_ content: ZipContent, _ limits: Limits) throws(Refusal) -> (ZipContent, ZipArchive) {
    do {
      return (content, try archive(of: content, limits))
    } catch {
      guard error.finding.rule == .xlsxDamaged, let core = content.withoutSurroundings() else { throw error }
      return (core, try archive(of: core, limits))
    }
  }

  private static func archive(of content: ZipContent, _ limits: Limits) throws(Refusal) -> ZipArchive {
    guard content.hasPartsAtMost(limits.parts) else { throw .exceeded("parts", limits.parts) }
    return try ZipArchive(content)
  }

  func contains(_ name: String) -> Bool { indexes[PartName.normalize(name)] != nil }

  /// The bytes that a part takes in the package; 0 where there is none.
  func compressedSize(of name: String) -> Int {
    indexes[PartName.normalize(name)].map { archive.entry(at: $0).compressedSize } ?? 0
  }

  /// Whether the part has no bytes: 0 of them deflated are 2.
  func isEmpty(_ name: String) -> Bool {
    guard let entry = indexes[PartName.normalize(name)].map({ archive.entry(at: $0) }) else { return true }
    return entry.size == 0 && entry.compressedSize <= 2
  }

  /// Opens a part as UTF-8.
  ///
  /// - Parameter isTable: Whether the part is a sheet or the table of strings, which may be as large as the package allows.
  /// - Returns: nil where there is no such part.
  /// - Throws: `xlsx.duplicate-part`, `xlsx.damaged`, `file.encrypted`, or `file.too-large` where it is a bomb by its own
  ///   account.
  func open(_ name: String, isTable: Bool = false) throws(Refusal) -> PartStream? {
    let name = PartName.normalize(name)
    guard let index = indexes[name] else { return nil }
    guard !duplicates.contains(name) else {
      throw Refusal(.xlsxDuplicatePart, at: Place(position: BytePosition(part: name)), ["part": name])
    }
    let entry = archive.entry(at: index)
    guard !entry.isEncrypted else { throw Refusal(.fileIsEncrypted, at: Place(position: BytePosition(part: name))) }
    try meter.checkRatio(inflated: entry.size, compressed: entry.compressedSize, part: name)
    // libzip's handles belong to one thread at a time: the thread that inflates has its own.
    let isLarge = entry.size > Self.sizeWorthAThread
    let source: any PartSource =
      SmallEntry.fits(entry)
      ? SmallEntry(entry, of: archive, name: name)
      : try (isLarge ? ZipArchive(content) : archive).open(entry, name: name)
    let metered = MeteredStream(source, part: name, entry: entry, isTable: isTable, meter: meter)
    return PartStream(isLarge ? ReadAhead(metered) : metered, name: name, expectedLength: entry.size)
  }

  /// Below this, starting a thread costs more than it saves.
  private static let sizeWorthAThread = 2_000_000
}
