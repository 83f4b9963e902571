/// Records of a binary workbook, for what is too large to be a fixture.
enum BIFFBytes {
  static let globals = record(0x809, word(0x600, 0x05, 0, 0), [UInt8](repeating: 0, count: 8))
  static let worksheet = record(0x809, word(0x600, 0x10, 0, 0), [UInt8](repeating: 0, count: 8))
  static let end = record(0x0A)

  static func record(_ type: Int, _ data: [UInt8]...) -> [UInt8] {
    let count = data.reduce(0) { $0 + $1.count }
    return data.reduce(into: word(type, count)) { $0 += $1 }
  }

  /// Numbers of two bytes each.
  static func word(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  static func wide(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * text.utf16.count)
    for unit in text.utf16 {
      bytes.append(UInt8(truncatingIfNeeded: unit))
      bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
    }
    return bytes
  }

  static func number(_ row: Int, _ column: Int, _ value: Double) -> [UInt8] {
    let bits = value.bitPattern
    return record(0x203, word(row, column, 0), (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) })
  }

  /// A workbook of one sheet, as a stream by itself.
  /// - Parameter shared: The records of the table of strings.
  static func workbook(sheet: [UInt8], shared: [UInt8] = []) -> [UInt8] {
    let name = Array("Sheet1".utf8)
    let start = globals.count + 4 + 8 + name.count + shared.count + end.count
    let entry = record(0x85, word(start & 0xFFFF, start >> 16), [0, 0, UInt8(name.count), 0] + name)
    return globals + entry + shared + end + worksheet + sheet + end
  }
}
