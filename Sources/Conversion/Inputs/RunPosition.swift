/// Where an input stands among all inputs of a run, those of other shards included: its number in the list, and, of a file out of an archive
/// that is unpacked behind all others, the number of the archive and its own in there.
struct RunPosition: Hashable, Comparable, Sendable {
  let numbers: [Int]

  init(_ numbers: [Int] = []) { self.numbers = numbers }

  static func < (left: RunPosition, right: RunPosition) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}
