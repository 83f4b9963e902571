import Findings

/// The names in a compound file: storages and streams, as a tree of trees ([MS-CFB] 2.6).
struct CompoundDirectory {
  struct Entry {
    enum Kind { case storage, stream, root, none }

    let kind: Kind
    let firstSector: UInt32
    let size: Int
    fileprivate let name: [UInt16]
    fileprivate let left: UInt32
    fileprivate let right: UInt32
    fileprivate let child: UInt32

    /// Names are compared without regard to case; those that are asked for are ASCII.
    func isCalled(_ other: String) -> Bool {
      name.elementsEqual(other.utf8) { Self.lowered($0) == Self.lowered(UInt16($1)) }
    }

    private static func lowered(_ unit: UInt16) -> UInt16 { (0x41...0x5A).contains(unit) ? unit | 0x20 : unit }
  }

  private let entries: [Entry]
  /// Those right below the root; what embedded documents have lies in storages of their own.
  private let top: [Int]

  private static let entryLength = 128

  /// - Throws: `file.too-large` for more entries than `Limits.parts`.
  init(_ stream: BinaryStream, isVersion3: Bool, limits: Limits) throws(Refusal) {
    let count = stream.count / Self.entryLength
    guard count <= limits.parts else { throw .exceeded("parts", limits.parts) }
    var raw = [UInt8](repeating: 0, count: count * Self.entryLength)
    let got = try raw.read(from: stream, at: 0)
    entries = raw.withUnsafeBytes { raw in
      (0..<got / Self.entryLength).map { index in
        Self.entry(
          UnsafeRawBufferPointer(rebasing: raw[index * Self.entryLength..<(index + 1) * Self.entryLength]), isVersion3)
      }
    }
    top = Self.siblings(from: entries.first?.child ?? SectorTable.free, in: entries)
  }

  var root: Entry? { entries.first { $0.kind == .root } }

  /// The stream of this name below the root; of a damaged tree, the only one of that name.
  func stream(_ name: String) -> Entry? {
    if let index = top.first(where: { entries[$0].kind == .stream && entries[$0].isCalled(name) }) {
      return entries[index]
    }
    let all = entries.filter { $0.kind == .stream && $0.isCalled(name) }
    return all.count == 1 ? all[0] : nil
  }

  private static func entry(_ raw: UnsafeRawBufferPointer, _ isVersion3: Bool) -> Entry {
    let nameLength = min(max(0, raw.uint16(at: 64) / 2 - 1), 31)
    let kind: Entry.Kind =
      switch raw[66] {
      case 1: .storage
      case 2: .stream
      case 5: .root
      default: .none
      }
    // Version 3 has 32 bits, and writers that leave anything in the others.
    let size = isVersion3 ? UInt64(raw.uint32(at: 120)) : raw.uint64(at: 120)
    return Entry(
      kind: kind, firstSector: raw.uint32(at: 116), size: Int(clamping: size),
      name: (0..<nameLength).map { UInt16(raw.uint16(at: 2 * $0)) }, left: raw.uint32(at: 68),
      right: raw.uint32(at: 72), child: raw.uint32(at: 76))
  }

  /// The entries of one storage: a binary tree, each entry of which is visited once.
  private static func siblings(from first: UInt32, in entries: [Entry]) -> [Int] {
    var seen = [Bool](repeating: false, count: entries.count)
    var waiting = [first]
    var found: [Int] = []
    while let next = waiting.popLast() {
      guard Int(next) < entries.count, !seen[Int(next)] else { continue }
      seen[Int(next)] = true
      found.append(Int(next))
      waiting += [entries[Int(next)].left, entries[Int(next)].right]
    }
    return found
  }
}
