import Findings

/// What the attributes of a cell say.
extension CellParser {
  /// nil for what the standard does not know.
  static func type(_ value: UnsafeBufferPointer<UInt8>) -> ValueType? {
    guard let first = value.first else { return nil }
    switch (first, value.count) {
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "s"), 3): return .string
    case (UInt8(ascii: "i"), _): return .inline
    case (UInt8(ascii: "b"), _): return .boolean
    case (UInt8(ascii: "e"), _): return .error
    case (UInt8(ascii: "d"), _): return .date
    case (UInt8(ascii: "n"), _): return .number
    default: return nil
    }
  }

  /// `B3`, also in small letters; nil for anything else and outside of the grid.
  static func reference(_ bytes: UnsafeBufferPointer<UInt8>) -> CellReference? {
    var column = 0
    var row = 0
    for byte in bytes {
      let letter = byte | 0x20
      if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z"), row == 0 {
        column = column * 26 + Int(letter) - 96
        if column > CellReference.maximumColumns { return nil }
      } else if case let digit = byte &- 48, digit < 10, column > 0 {
        row = row * 10 + Int(digit)
        if row > CellReference.maximumRows { return nil }
      } else if byte != UInt8(ascii: "$") {
        return nil
      }
    }
    return row > 0 && column > 0 ? CellReference(row: row - 1, column: column - 1) : nil
  }

  /// A number without sign of at most nine digits; nil for anything else.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    var digits = 0
    for byte in bytes {
      if XMLName.isSpace(byte) { continue }
      let digit = byte &- 48
      guard digit < 10, digits < 10 else { return nil }
      value = value * 10 + Int(digit)
      digits += 1
    }
    return digits > 0 ? value : nil
  }
}
