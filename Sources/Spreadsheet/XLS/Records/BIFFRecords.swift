import Findings

/// Goes through the records of a workbook stream: a type, a length, and so many bytes ([MS-XLS] 2.1.4).
final class BIFFRecords {
  /// The name that places in the findings have.
  static let streamName = "Workbook"

  private let stream: BinaryStream
  /// Where nothing is read any more: the end of the stream, or where other records begin.
  private let end: Int
  /// The stream, or a window on it that holds every record as a whole.
  private let memory: UnsafeMutableRawPointer
  private let ownsMemory: Bool
  // One reader reads for one caller: what the dynamic check would cost for every record buys nothing.
  /// Where in the stream the window begins.
  @exclusivity(unchecked) private var base = 0
  /// How much of the window may be read.
  @exclusivity(unchecked) private var limit = 0
  /// Where in the window the record behind the current one begins.
  @exclusivity(unchecked) private var at = 0
  /// The type of the current record, one of `BIFFRecordType` where it matters.
  @exclusivity(unchecked) private(set) var type = 0
  /// The bytes of the current record, until the next is read.
  @exclusivity(unchecked) private(set) var data = UnsafeRawBufferPointer(start: nil, count: 0)

  private static let headerLength = 4
  private static let windowLength = 1 << 17

  /// - Parameter end: Where in the stream to stop; its end where nil.
  init(_ stream: BinaryStream, from start: Int = 0, to end: Int? = nil) {
    self.stream = stream
    self.end = min(end ?? stream.count, stream.count)
    if let resident = stream.resident, let start = resident.baseAddress {
      memory = start
      limit = min(resident.count, self.end)
      ownsMemory = false
    } else {
      memory = .allocate(byteCount: Self.windowLength, alignment: 16)
      ownsMemory = true
    }
    seek(to: start)
  }

  deinit { if ownsMemory { memory.deallocate() } }

  /// Where in the stream the current record begins.
  var offset: Int { base + at - data.count - Self.headerLength }

  /// Goes on at an offset of the stream.
  func seek(to offset: Int) {
    data = UnsafeRawBufferPointer(start: nil, count: 0)
    if offset >= base, offset <= base + limit {
      at = offset - base
    } else if ownsMemory {
      base = offset
      at = 0
      limit = 0
    } else {
      at = limit
    }
  }

  /// Goes to the next record.
  ///
  /// - Returns: false at the end.
  /// - Throws: `xls.damaged` where the record is longer than what is left.
  @inline(__always)
  func next() throws(Refusal) -> Bool {
    if limit - at < Self.headerLength {
      guard try fill(Self.headerLength) else { return false }
    }
    let whole = Self.headerLength + uint16(at: at + 2)
    if limit - at < whole {
      guard try fill(whole) else { throw .damagedXLS("cut off", stream: Self.streamName, at: base + at) }
    }
    type = uint16(at: at)
    data = UnsafeRawBufferPointer(start: memory + at + Self.headerLength, count: whole - Self.headerLength)
    at += whole
    return true
  }

  /// Goes to the next record that a closure does not pass over, by its type and its first two bytes. Passing over one is a few steps where it lies in the
  /// window as a whole; the closure is not asked about others.
  ///
  /// - Returns: false at the end.
  /// - Throws: `xls.damaged` where the record is longer than what is left.
  @inline(__always)
  func next(passing isPassed: (_ type: Int, _ number: Int) -> Bool) throws(Refusal) -> Bool {
    let limit = limit
    var place = at
    var last = at
    while limit &- place >= Self.headerLength &+ 2 {
      let length = uint16(at: place &+ 2)
      let end = place &+ Self.headerLength &+ length
      guard length >= 2, end <= limit, isPassed(uint16(at: place), uint16(at: place &+ Self.headerLength)) else {
        break
      }
      last = place
      place = end
    }
    if place > at {
      // The last that was passed over is the current one where there is no other.
      type = uint16(at: last)
      let start = last + Self.headerLength
      data = UnsafeRawBufferPointer(start: memory + start, count: place - start)
      at = place
    }
    return try next()
  }

  /// - Precondition: The bytes are within `limit`.
  @inline(__always)
  private func uint16(at offset: Int) -> Int {
    Int(UInt16(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  /// The type of the record behind the current one, which stays the current one; nil at the end.
  func peek() throws(Refusal) -> Int? {
    if limit - at < Self.headerLength {
      guard try fill(Self.headerLength) else { return nil }
    }
    return uint16(at: at)
  }

  /// Goes to the next record where it continues the current one ([MS-XLS] 2.4.58).
  func nextContinuation() throws(Refusal) -> Bool {
    guard try peek() == BIFFRecordType.continuation else { return false }
    return try next()
  }

  /// A record that is shorter than its kind, or says what cannot be.
  func damaged(_ reason: String) -> Refusal { .damagedXLS(reason, stream: Self.streamName, at: offset) }

  /// Has at least so many bytes behind `at` in the window, and the current record in front of it.
  private func fill(_ wanted: Int) throws(Refusal) -> Bool {
    guard ownsMemory, base + at + wanted <= end else { return false }
    let kept = data.count
    let start = at - kept
    let left = limit - start
    if left > 0 { memory.copyMemory(from: memory + start, byteCount: left) }
    base += start
    at = kept
    data = UnsafeRawBufferPointer(start: memory, count: kept)
    let destination = UnsafeMutableRawBufferPointer(start: memory + left, count: Self.windowLength - left)
    limit = min(left + (try stream.read(at: base + left, into: destination)), end - base)
    return limit - at >= wanted
  }
}
