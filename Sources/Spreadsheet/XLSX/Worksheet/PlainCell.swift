import Findings

/// A cell as nearly every program writes it, `<c r="B3" s="1" t="s"><v>12</v></c>`, recognized in one pass over its bytes.
///
/// Whatever is written in any other way, with a formula, white space, a reference or another attribute, is left to
/// `CellParser`; so this is nothing but a short cut, and the tests hold it to that.
struct PlainCell {
  let reference: CellReference
  private(set) var style = 0
  private(set) var type = CellParser.ValueType.number
  /// The inside of `v`; empty for a cell that has only a style.
  private(set) var value: UnsafeBufferPointer<UInt8>
  /// Behind the end tag.
  private(set) var end: UnsafePointer<UInt8>

  /// - Parameter start: The bytes to look at; `XMLCursor.padding` zero bytes stand behind the last.
  /// - Returns: nil where there is no such cell, or not all of it.
  @inline(__always)
  init?(at start: UnsafePointer<UInt8>) {
    // `<c r="`, the first byte lowest.
    guard Self.word(start) & 0xFFFF_FFFF_FFFF == 0x22_3D72_2063_3C else { return nil }
    var p = start + 6
    var column = 0
    while case let letter = p.pointee &- 64, letter >= 1, letter <= 26, column < CellReference.maximumColumns {
      column = column &* 26 &+ Int(letter)
      p += 1
    }
    var row = 0
    while case let digit = p.pointee &- 48, digit < 10, row <= CellReference.maximumRows {
      row = row &* 10 &+ Int(digit)
      p += 1
    }
    guard column > 0, column <= CellReference.maximumColumns, row > 0, row <= CellReference.maximumRows,
      p.pointee == UInt8(ascii: "\"")
    else { return nil }
    reference = CellReference(row: row &- 1, column: column &- 1)
    value = UnsafeBufferPointer(start: p, count: 0)
    end = p
    p += 1
    while p.pointee == UInt8(ascii: " ") {
      guard p[2] == UInt8(ascii: "="), p[3] == UInt8(ascii: "\"") else { return nil }
      let behind = p[1] == UInt8(ascii: "s") ? readStyle(p + 4) : p[1] == UInt8(ascii: "t") ? readType(p + 4) : nil
      guard let behind else { return nil }
      p = behind
    }
    if p.pointee == UInt8(ascii: "/"), p[1] == UInt8(ascii: ">") {
      end = p + 2
      return
    }
    // `><v>`
    guard Self.word(p) & 0xFFFF_FFFF == 0x3E76_3C3E else { return nil }
    let first = p + 4
    p = first
    while p.pointee > UInt8(ascii: "<") || (p.pointee != UInt8(ascii: "<") && p.pointee >= 32 && p.pointee != 38) {
      p += 1
    }
    // `</v></c>`
    guard Self.word(p) == 0x3E63_2F3C_3E76_2F3C else { return nil }
    value = UnsafeBufferPointer(start: first, count: p - first)
    end = p + 8
  }

  private mutating func readStyle(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var p = start
    var number = 0
    while case let digit = p.pointee &- 48, digit < 10, number < 100_000_000 {
      number = number &* 10 &+ Int(digit)
      p += 1
    }
    guard p > start, p.pointee == UInt8(ascii: "\"") else { return nil }
    style = number
    return p + 1
  }

  private mutating func readType(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    guard start[0] != 0, start[1] == UInt8(ascii: "\"") else {
      // `str"`
      guard Self.word(start) & 0xFFFF_FFFF == 0x2272_7473 else { return nil }
      type = .string
      return start + 4
    }
    switch start[0] {
    case UInt8(ascii: "s"): type = .shared
    case UInt8(ascii: "n"): type = .number
    case UInt8(ascii: "b"): type = .boolean
    case UInt8(ascii: "e"): type = .error
    default: return nil
    }
    return start + 2
  }

  @inline(__always)
  private static func word(_ place: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }
}
