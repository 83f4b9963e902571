import Findings

/// The cells of one row of a binary workbook as its records state them: numbers, and positions in the shared table.
///
/// A `Cell` holds references, which are counted when it is made and when it is dropped, and once more each when it is handed out of an array; that
/// takes longer than reading it from its record. Here nothing is counted: a cell is made when a caller asks for it.
///
/// It is filled by who makes it, and never changes from then on.
@usableFromInline
struct BinaryCells: @unchecked Sendable {
  private struct Header {
    /// The row, from 0.
    var row: Int
    /// Cells that there are.
    var count = 0
    let capacity: Int
    /// The table that cells refer to, from the first of them on.
    var strings: SharedStrings
    var hasTable = false
    /// What keeps the formats of the cells alive.
    let formats: AnyObject
    /// Cells that are neither a number nor a string of the table.
    var others: [Cell] = []
  }

  /// A cell that is not empty.
  struct Piece {
    enum Kind: UInt8 {
      case number, shared, other
    }

    let kind: Kind
    let column: UInt16
    let exponent: Int32
    /// A significand, or a position in the table or among the others.
    let value: Int64
    let format: Unmanaged<NumberFormat>?
  }

  private var memory: ManagedBuffer<Header, Piece>

  /// Reserves capacity for cells, none there yet.
  ///
  /// - Parameter formats: What keeps the formats of the cells alive.
  init(row: Int, capacity: Int, formats: AnyObject) {
    memory = .create(minimumCapacity: capacity) { _ in
      Header(row: row, capacity: capacity, strings: .none, formats: formats)
    }
  }

  /// Makes it another row without cells, in the same memory.
  ///
  /// - Returns: Whether that is possible: nothing else refers to the row that it was, and the capacity is not too much.
  mutating func begin(_ row: Int, capacity: ClosedRange<Int>) -> Bool {
    guard isKnownUniquelyReferenced(&memory) else { return false }
    return memory.withUnsafeMutablePointerToHeader { header in
      guard capacity.contains(header.pointee.capacity) else { return false }
      header.pointee.row = row
      header.pointee.count = 0
      if !header.pointee.others.isEmpty { header.pointee.others = [] }
      return true
    }
  }

  /// The row, from 0.
  var row: Int { memory.withUnsafeMutablePointerToHeader { $0.pointee.row } }

  /// Cells that are there.
  var count: Int { memory.withUnsafeMutablePointerToHeader { $0.pointee.count } }

  @inline(__always)
  mutating func append(_ number: ExactNumber, column: Int, _ format: Unmanaged<NumberFormat>?) {
    append(
      Piece(
        kind: .number, column: UInt16(truncatingIfNeeded: column), exponent: Int32(truncatingIfNeeded: number.exponent),
        value: number.significand, format: format))
  }

  /// Whether it is known to which table the positions of its cells belong.
  @inline(__always)
  var hasTable: Bool { memory.withUnsafeMutablePointerToHeader { $0.pointee.hasTable } }

  mutating func setTable(_ strings: SharedStrings) {
    memory.withUnsafeMutablePointerToHeader { header in
      header.pointee.strings = strings
      header.pointee.hasTable = true
    }
  }

  /// Adds a string of the shared table that was set; the position is one that exists.
  @inline(__always)
  mutating func append(_ position: UInt32, column: Int, _ format: Unmanaged<NumberFormat>?) {
    append(
      Piece(
        kind: .shared, column: UInt16(truncatingIfNeeded: column), exponent: 0, value: Int64(position), format: format))
  }

  mutating func append(_ cell: Cell) {
    let column = UInt16(truncatingIfNeeded: cell.reference.column)
    let position = memory.withUnsafeMutablePointerToHeader { header in
      header.pointee.others.append(cell)
      return header.pointee.others.count - 1
    }
    append(Piece(kind: .other, column: column, exponent: 0, value: Int64(position), format: nil))
  }

  @inline(__always)
  private mutating func append(_ piece: Piece) {
    if memory.withUnsafeMutablePointerToHeader({ $0.pointee.count == $0.pointee.capacity }) { grow() }
    memory.withUnsafeMutablePointers { header, pieces in
      (pieces + header.pointee.count).initialize(to: piece)
      header.pointee.count &+= 1
    }
  }

  private mutating func grow() {
    memory = memory.withUnsafeMutablePointers { header, pieces in
      let old = header.pointee
      let capacity = 2 * old.capacity
      let larger = ManagedBuffer<Header, Piece>.create(minimumCapacity: capacity) { _ in
        Header(
          row: old.row, count: old.count, capacity: capacity, strings: old.strings, hasTable: old.hasTable,
          formats: old.formats, others: old.others)
      }
      larger.withUnsafeMutablePointerToElements { $0.initialize(from: pieces, count: old.count) }
      return larger
    }
  }

  /// A cell by its position among those that are not empty.
  @usableFromInline
  func cell(_ index: Int) -> Cell {
    memory.withUnsafeMutablePointers { header, pieces in
      precondition(index >= 0 && index < header.pointee.count, "no such cell")
      let piece = pieces[index]
      let reference = CellReference(row: header.pointee.row, column: Int(piece.column))
      let format = piece.format
      // Each is made where it is returned: what it holds is counted once.
      switch piece.kind {
      case .number:
        let number = ExactNumber(normalized: piece.value, exponent: piece.exponent)
        return Cell(at: reference, .number(number), style: format?.takeUnretainedValue())
      case .shared:
        let position = UInt32(truncatingIfNeeded: piece.value)
        return Cell(
          at: reference, .shared(header.pointee.strings, position), style: format?.takeUnretainedValue())
      case .other: return header.pointee.others[Int(piece.value)]
      }
    }
  }
}
