/// The records of a workbook as the fuzzer changes them: so that they stay records, mostly.
struct RecordList {
  private var records: [(type: Int, data: [UInt8])] = []

  private static let beginning = 0x0809
  private static let boundSheet = 0x0085
  private static let awkwardTypes = [
    0x0006, 0x000A, 0x0014, 0x0015, 0x001C, 0x0022, 0x0031, 0x005D, 0x00EC, 0x01B6, 0x089C, 0x002F, 0x003C, 0x0042,
    0x007D, 0x0085, 0x00BD, 0x00D6, 0x00E0, 0x00E5, 0x00FC, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0207, 0x0208, 0x027E,
    0x041E, 0x04BC, 0x0809, 0x0221,
  ]
  private static let awkwardNumbers: [UInt32] = [
    0, 1, 2, 3, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFF_FFFF, 0xFFFF_FFFD, 0xFFFF_FFFE,
    0xFFFF_FFFF,
    0xFFF0_0000, 936, 1200, 1252, 1462,
  ]

  /// Reads as much of the bytes as makes sense; a length that is too large takes what is there.
  init(_ bytes: [UInt8]) {
    var at = 0
    while at + 4 <= bytes.count {
      let end = min(bytes.count, at + 4 + Self.word(bytes, at + 2))
      records.append((Self.word(bytes, at), Array(bytes[(at + 4)..<end])))
      at = end
    }
  }

  static func isCompoundFile(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

  var bytes: [UInt8] {
    records.flatMap { record -> [UInt8] in
      let data = record.data.prefix(0xFFFF)
      return [record.type, data.count].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        + data
    }
  }

  /// The bytes with the places of the sheets put right, in order.
  var repaired: [UInt8] {
    var copy = self
    var starts: [Int] = []
    var at = 0
    var depth = 0
    for record in records {
      if record.type == Self.beginning {
        if depth == 0, at > 0 { starts.append(at) }
        depth += 1
      } else if record.type == 0x0A {
        depth -= 1
      }
      at += 4 + min(record.data.count, 0xFFFF)
    }
    var next = 0
    for index in records.indices where records[index].type == Self.boundSheet && records[index].data.count >= 4 {
      guard next < starts.count else { break }
      for place in 0..<4 { copy.records[index].data[place] = UInt8(truncatingIfNeeded: starts[next] >> (8 * place)) }
      next += 1
    }
    return copy.bytes
  }

  mutating func change(_ random: inout SeededGenerator) {
    guard !records.isEmpty else { return }
    let index = Int(random.next() % UInt64(records.count))
    let other = Int(random.next() % UInt64(records.count))
    switch random.next() % 8 {
    case 0: records.insert(records[index], at: other)
    case 1: records.remove(at: index)
    case 2: records[index].type = Self.awkwardTypes[Int(random.next() % UInt64(Self.awkwardTypes.count))]
    case 3:
      // Cut in two, with or without the bits in front of the rest.
      let data = records[index].data
      let cut = Int(random.next() % UInt64(data.count + 1))
      let front: [UInt8] = random.next() % 2 == 0 ? [] : [UInt8(random.next() % 2)]
      records[index].data = Array(data[..<cut])
      records.insert((0x3C, front + data[cut...]), at: index + 1)
    case 4: records[index].data.removeLast(min(records[index].data.count, Int(random.next() % 9)))
    case 5: records[index].data += records[other].data.prefix(64)
    default: records[index].data = Self.changingNumber(in: records[index].data, &random)
    }
  }

  /// Puts an awkward number of one, two or four bytes somewhere.
  static func changingNumber(in bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    var copy = bytes
    let length = [1, 2, 4][Int(random.next() % 3)]
    // The tables of a compound file, and its header, have numbers at places of four.
    let place = Int(random.next() % UInt64(bytes.count)) / length * length
    let number =
      random.next() % 3 == 0
      ? UInt32(random.next() % 64) : awkwardNumbers[Int(random.next() % UInt64(awkwardNumbers.count))]
    for index in 0..<length where place + index < copy.count {
      copy[place + index] = UInt8(truncatingIfNeeded: number >> (8 * UInt32(index)))
    }
    return copy
  }

  private static func word(_ bytes: [UInt8], _ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }
}
