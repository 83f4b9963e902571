/// Text of a workbook while it comes in, in characters of one byte and of two, as UTF-8.
///
/// Characters of one byte are the first 256 of Unicode, those of two UTF-16 ([MS-XLS] 2.5.293 and 2.5.294). A zero, and half a
/// character without the other, become the escapes `_x0000_` and `_xD83D_` that XLSX has for them: Excel writes them so when it
/// saves the workbook as XLSX.
struct UnicodeText: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  private var lead: UInt16 = 0

  private static let escapeLength = 7

  init() {
    capacity = 1024
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  mutating func reset() {
    count = 0
    lead = 0
  }

  /// The text so far; the bytes are there until the next is appended.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  /// Appends characters of one byte each.
  mutating func appendNarrow(_ source: UnsafeRawBufferPointer) {
    reserve(source.count * 2 + Self.escapeLength)
    dropLead()
    for (index, byte) in source.enumerated() {
      if byte < 0x80, byte != 0 {
        memory[count] = byte
        count += 1
      } else if byte == 0 {
        escape(0)
        // An escape is longer than the character.
        reserve((source.count - index) * 2)
      } else {
        count += UTF8Bytes.write(UInt32(byte), to: memory + count)
      }
    }
  }

  /// Appends characters of two bytes each; half of one that is left over is not looked at.
  mutating func appendWide(_ source: UnsafeRawBufferPointer) {
    reserve(source.count / 2 * 3 + Self.escapeLength)
    var at = 0
    while at + 1 < source.count {
      at = lead == 0 ? appendPlain(source, from: at) : at
      guard at + 1 < source.count else { return }
      append(UInt16(truncatingIfNeeded: source.uint16(at: at)))
      reserve((source.count - at) / 2 * 3)
      at += 2
    }
  }

  /// Appends the characters of three bytes of UTF-8 that stand together, as Chinese ones do, where there is space for all; returns where they end.
  @inline(__always)
  private mutating func appendPlain(_ source: UnsafeRawBufferPointer, from start: Int) -> Int {
    var at = start
    var output = memory + count
    while at + 1 < source.count {
      let unit = source.uint16(at: at)
      if unit < 0x80, unit > 0 {
        output[0] = UInt8(truncatingIfNeeded: unit)
        output += 1
      } else if unit >= 0x800, unit & 0xF800 != 0xD800 {
        output[0] = UInt8(truncatingIfNeeded: 0xE0 | unit >> 12)
        output[1] = UInt8(truncatingIfNeeded: 0x80 | unit >> 6 & 0x3F)
        output[2] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
        output += 3
      } else {
        break
      }
      at += 2
    }
    count = output - memory
    return at
  }

  /// Appends a unit of UTF-16.
  @inline(__always)
  mutating func append(_ unit: UInt16) {
    if lead == 0, unit & 0xF800 != 0xD800, unit != 0 {
      reserve(3)
      count += UTF8Bytes.write(UInt32(unit), to: memory + count)
    } else {
      appendRare(unit)
    }
  }

  private mutating func appendRare(_ unit: UInt16) {
    if lead != 0, UTF16.isTrailSurrogate(unit) {
      reserve(4)
      count += UTF8Bytes.write(0x10000 + (UInt32(lead & 0x3FF) << 10 | UInt32(unit & 0x3FF)), to: memory + count)
      lead = 0
      return
    }
    dropLead()
    if UTF16.isLeadSurrogate(unit) {
      lead = unit
    } else if unit == 0 || UTF16.isTrailSurrogate(unit) {
      escape(unit)
    } else {
      reserve(3)
      count += UTF8Bytes.write(UInt32(unit), to: memory + count)
    }
  }

  /// Ends the text.
  mutating func finish() { dropLead() }

  private mutating func dropLead() {
    if lead != 0 { escape(lead) }
    lead = 0
  }

  private mutating func escape(_ unit: UInt16) {
    reserve(Self.escapeLength)
    let digits = Array("0123456789ABCDEF".utf8)
    var escape = Array("_x".utf8)
    for shift in [12, 8, 4, 0] { escape.append(digits[Int(unit >> UInt16(shift) & 0xF)]) }
    escape.append(UInt8(ascii: "_"))
    for byte in escape {
      memory[count] = byte
      count += 1
    }
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }
}
