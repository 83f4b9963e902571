import Findings

/// The names in a compound file: storages and streams, as a tree of trees ([MS-CFB] 2.6).
///
/// Entries are looked at where they stand in the bytes, because most files are asked for one of theirs.
struct CompoundDirectory {
  /// Where a stream lies.
  struct Entry {
    let firstSector: UInt32
    /// In bytes.
    let size: Int
  }

  private enum Kind { case storage, stream, root, none }

  private let raw: [UInt8]
  private let count: Int
  private let isVersion3: Bool

  static let entryLength = 128

  /// - Parameter raw: The bytes of its sectors.
  /// - Throws: `file.too-large` for more entries than `Limits.parts`.
  init(_ raw: [UInt8], isVersion3: Bool, limits: Limits) throws(Refusal) {
    self.raw = raw
    self.isVersion3 = isVersion3
    count = raw.count / Self.entryLength
    guard count <= limits.parts else { throw .exceeded("parts", limits.parts) }
  }

  var root: Entry? { (0..<count).first { kind($0) == .root }.map { entry($0) } }

  /// The stream of this name below the root; of a damaged tree, the only one of that name.
  func stream(_ name: String) -> Entry? {
    let all = (0..<count).lazy.filter { isStream($0, name) }
    guard let first = all.first else { return nil }
    if all.dropFirst().isEmpty { return entry(first) }
    // What embedded documents have lies in storages of their own.
    return top.first { isStream($0, name) }.map { entry($0) }
  }

  private func isStream(_ index: Int, _ name: String) -> Bool { kind(index) == .stream && isCalled(index, name) }

  private func number(_ index: Int, _ place: Int) -> UInt32 {
    raw.withUnsafeBytes { $0.uint32(at: index * Self.entryLength + place) }
  }

  private func kind(_ index: Int) -> Kind {
    switch raw[index * Self.entryLength + 66] {
    case 1: .storage
    case 2: .stream
    case 5: .root
    default: .none
    }
  }

  private func entry(_ index: Int) -> Entry {
    // Version 3 has 32 bits, and writers that leave anything in the others.
    let upper = isVersion3 ? 0 : UInt64(number(index, 124))
    return Entry(
      firstSector: number(index, 116), size: Int(clamping: upper << 32 | UInt64(number(index, 120))))
  }

  /// Names are compared without regard to case; those that are asked for are ASCII.
  private func isCalled(_ index: Int, _ name: String) -> Bool {
    raw.withUnsafeBytes { raw in
      let start = index * Self.entryLength
      let length = min(max(0, raw.uint16(at: start + 64) / 2 - 1), 31)
      guard length == name.utf8.count else { return false }
      var place = start
      for letter in name.utf8 {
        guard Self.lowered(raw.uint16(at: place)) == Self.lowered(Int(letter)) else { return false }
        place += 2
      }
      return true
    }
  }

  private static func lowered(_ unit: Int) -> Int { (0x41...0x5A).contains(unit) ? unit | 0x20 : unit }

  /// The entries of the root's storage: a binary tree, each entry of which is visited once.
  private var top: [Int] {
    guard count > 0 else { return [] }
    var seen = [Bool](repeating: false, count: count)
    var found: [Int] = []
    func visit(_ entry: UInt32) {
      guard Int(entry) < count, !seen[Int(entry)] else { return }
      seen[Int(entry)] = true
      found.append(Int(entry))
    }
    visit(number(0, 76))
    var next = 0
    while next < found.count {
      visit(number(found[next], 68))
      visit(number(found[next], 72))
      next += 1
    }
    return found
  }
}
