/// The address of one cell, counted from zero, within the grid of ECMA-376 part 1, 18.3.1.4: columns A to XFD, rows 1 to 1,048,576.
///
/// Text files use the same addresses: the cell a person would see after opening the file in a spreadsheet program.
public struct CellReference: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Rows of a sheet: 1,048,576.
  public static let maximumRows = 1_048_576
  /// Columns of a sheet: 16,384, the last one is XFD.
  public static let maximumColumns = 16_384

  @usableFromInline let storedRow: Int32
  @usableFromInline let storedColumn: Int32

  /// Row, from 0.
  @inlinable public var row: Int { Int(storedRow) }
  /// Column, from 0.
  @inlinable public var column: Int { Int(storedColumn) }

  @inlinable public init(row: Int, column: Int) {
    storedRow = Int32(clamping: row)
    storedColumn = Int32(clamping: column)
  }

  /// Reads an A1 reference such as `B3` or `$B$3`; nil where it is none or lies outside of the grid.
  public init?(_ a1: some StringProtocol) {
    var column = 0
    var row = 0
    var sawDigit = false
    for byte in a1.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !sawDigit: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "a")...UInt8(ascii: "z") where !sawDigit: column = column * 26 + Int(byte) - 96
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        sawDigit = true
        row = row * 10 + Int(byte) - 48
      default: return nil
      }
      if column > Self.maximumColumns || row > Self.maximumRows { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// Reads an absolute R1C1 reference such as `R3C2`; nil where it is none or lies outside of the grid.
  public init?(r1c1 text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first | 0x20 == UInt8(ascii: "r"),
      let middle = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "c") }),
      let row = Self.number(bytes[1..<middle], atMost: Self.maximumRows),
      let column = Self.number(bytes[(middle + 1)...], atMost: Self.maximumColumns)
    else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  private static func number(_ digits: ArraySlice<UInt8>, atMost maximum: Int) -> Int? {
    var number = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(digit) - 48
      if number > maximum { return nil }
    }
    return number > 0 ? number : nil
  }

  /// `B3`.
  public var a1: String {
    guard (0..<Self.maximumRows).contains(row), column < Self.maximumColumns else {
      return Self.columnName(column) + String(row + 1)
    }
    return String(unsafeUninitializedCapacity: 10) { buffer in
      let letters = Self.write(column: column, to: buffer[...])
      return letters + Self.write(number: row + 1, to: buffer[letters...])
    }
  }

  /// `R3C2`.
  public var r1c1: String { "R\(row + 1)C\(column + 1)" }

  public var description: String { a1 }

  /// Row order: down the sheet, and from left to right within a row.
  public static func < (left: CellReference, right: CellReference) -> Bool {
    (left.storedRow, left.storedColumn) < (right.storedRow, right.storedColumn)
  }

  /// `A` for 0, `XFD` for 16,383.
  public static func columnName(_ column: Int) -> String {
    String(unsafeUninitializedCapacity: 14) { write(column: column, to: $0[...]) }
  }

  /// - Returns: How many letters were written.
  private static func write(column: Int, to buffer: Slice<UnsafeMutableBufferPointer<UInt8>>) -> Int {
    write(to: buffer, from: column + 1) { rest in
      let letter = UInt8(65 + (rest - 1) % 26)
      rest = (rest - 1) / 26
      return letter
    }
  }

  /// - Returns: How many digits were written.
  private static func write(number: Int, to buffer: Slice<UnsafeMutableBufferPointer<UInt8>>) -> Int {
    write(to: buffer, from: number) { rest in
      let digit = UInt8(48 + rest % 10)
      rest /= 10
      return digit
    }
  }

  /// Writes one figure after the other, the last first, until nothing is left.
  @inline(__always)
  private static func write(
    to buffer: Slice<UnsafeMutableBufferPointer<UInt8>>, from number: Int, takeLast: (inout Int) -> UInt8
  ) -> Int {
    var buffer = buffer
    var rest = number
    var end = buffer.startIndex
    while rest > 0 {
      buffer[end] = takeLast(&rest)
      end += 1
    }
    buffer[..<end].reverse()
    return end - buffer.startIndex
  }
}
