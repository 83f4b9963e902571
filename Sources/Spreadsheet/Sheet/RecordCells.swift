import Findings

/// The cells of one record of a text file: its bytes once, and where in them the text of each cell stands.
///
/// It lies in one piece of memory, because a large file has millions of records; a cell's text and place are worked out when a caller
/// asks for them.
///
/// It is filled by who makes it, and never changes from then on.
@usableFromInline
struct RecordCells: @unchecked Sendable {
  @usableFromInline
  struct Header {
    @usableFromInline let origin: Origin
    /// The capacity in cells; the bytes of the record stand behind them.
    @usableFromInline let capacity: Int
    /// Cells that there are.
    @usableFromInline var count = 0
    /// Texts that are not simply what stands in the file, by the index of their cell in ascending order.
    var texts: [(index: Int, text: String)] = []
  }

  /// Where the record is in the file, and how its bytes count there.
  @usableFromInline
  struct Origin {
    /// The row, from 0.
    @usableFromInline let row: Int
    /// Where the record begins.
    let position: TextPosition
    let measure: SourceMeasure
    let hasLineBreaks: Bool
  }

  /// A cell that is not empty.
  @usableFromInline
  struct Piece {
    @usableFromInline let column: UInt32
    /// Where its field stands in the record; marked as escaped where its text is in `texts`.
    @usableFromInline let slot: FieldSlot
  }

  /// The header, then the pieces, then the bytes.
  @usableFromInline let memory: ManagedBuffer<Header, UInt32>

  /// Reserves capacity for cells, none there yet.
  /// - Parameter bytes: The bytes of the record; valid UTF-8.
  init(_ origin: Origin, capacity: Int, bytes: UnsafeBufferPointer<UInt8>) {
    let words = (capacity * MemoryLayout<Piece>.stride + bytes.count) / MemoryLayout<UInt32>.stride + 1
    memory = .create(minimumCapacity: words) { _ in
      Header(origin: origin, capacity: capacity)
    }
    memory.withUnsafeMutablePointers { header, words in
      let destination = UnsafeMutableRawBufferPointer(start: Self.bytes(header, words), count: bytes.count)
      destination.copyBytes(from: bytes)
    }
  }

  /// Adds a cell, for which there has to be capacity.
  /// - Parameter text: The text where it is not simply what stands in the field.
  @inline(__always)
  func append(column: Int, _ slot: FieldSlot, text: String? = nil) {
    memory.withUnsafeMutablePointers { header, words in
      let index = header.pointee.count
      precondition(index < header.pointee.capacity, "a record has no more cells than fields")
      var slot = slot
      if let text {
        header.pointee.texts.append((index, text))
        slot = slot.marked(FieldSlot.escapedMark)
      }
      Self.pieces(words)[index] = Piece(column: UInt32(truncatingIfNeeded: column), slot: slot)
      header.pointee.count = index &+ 1
    }
  }

  /// Cells that are there.
  var count: Int { memory.withUnsafeMutablePointerToHeader { $0.pointee.count } }

  /// A cell by its position among those that are not empty.
  @inlinable @inline(__always)
  func cell(_ index: Int) -> Cell {
    memory.withUnsafeMutablePointers { header, words in
      precondition(index >= 0 && index < header.pointee.count, "no such cell")
      let reference = CellReference(row: header.pointee.origin.row, column: Int(Self.pieces(words)[index].column))
      return Cell(at: reference, .piece(self, UInt32(truncatingIfNeeded: index)), style: nil)
    }
  }

  /// The text of a cell.
  func text(_ index: UInt32) -> String {
    defer { withExtendedLifetime(self) {} }
    return plainBytes(index).map { CheckedText.string($0) } ?? ownText(index)
  }

  /// The text of a cell where it is what stands in the file, as long as the record lives.
  @inlinable @inline(__always)
  func plainBytes(_ index: UInt32) -> UnsafeBufferPointer<UInt8>? {
    memory.withUnsafeMutablePointers { header, words in
      let slot = Self.pieces(words)[Int(index)].slot
      if slot.isEscaped { return nil }
      let first = Self.bytes(header, words) + slot.start
      return UnsafeBufferPointer(start: first, count: slot.end &- slot.start)
    }
  }

  /// How long the text of a cell is.
  func textBytes(_ index: UInt32) -> Int {
    plainBytes(index)?.count ?? ownText(index).utf8.count
  }

  /// Where a cell's field begins in the file, with its quotation mark.
  func position(_ index: UInt32) -> TextPosition {
    memory.withUnsafeMutablePointers { header, words in
      let slot = Self.pieces(words)[Int(index)].slot
      let origin = header.pointee.origin
      let before = UnsafeBufferPointer(start: Self.bytes(header, words), count: slot.offset)
      return TextPosition(
        record: origin.position.record,
        line: origin.position.line + (origin.hasLineBreaks ? RecordReader.lineBreaks(in: before) : 0),
        byteOffset: origin.position.byteOffset + origin.measure.length(of: before))
    }
  }

  /// The text of a cell that is not simply what stands in the file.
  @inline(never)
  private func ownText(_ index: UInt32) -> String {
    let texts = memory.withUnsafeMutablePointerToHeader { $0.pointee.texts }
    return texts[texts.partitioningIndex { $0.index >= Int(index) }].text
  }

  @inlinable @inline(__always)
  static func pieces(_ words: UnsafeMutablePointer<UInt32>) -> UnsafeMutablePointer<Piece> {
    UnsafeMutableRawPointer(words).assumingMemoryBound(to: Piece.self)
  }

  @inlinable @inline(__always)
  static func bytes(
    _ header: UnsafeMutablePointer<Header>, _ words: UnsafeMutablePointer<UInt32>
  ) -> UnsafeMutablePointer<UInt8> {
    UnsafeMutableRawPointer(pieces(words) + header.pointee.capacity).assumingMemoryBound(to: UInt8.self)
  }
}
