import Findings
import Glibc

/// A part as UTF-8, checked: UTF-16 is converted, a byte order mark dropped, anything else refused.
///
/// ECMA-376 part 1, 8.1 (and part 2, 6.2.5) allow UTF-8 and UTF-16 only.
final class PartStream {
  let name: String
  let expectedLength: Int
  private let source: any PartSource
  private var encoding: Encoding?
  private var check = UTF8Check()
  private var delivered = 0
  private var wide: WideDecoder?
  private var head: [UInt8] = []
  /// What the XML declaration says, as far as it stands in the first bytes.
  private var declaredEncoding: String?

  private enum Encoding { case utf8, utf16 }

  /// - Parameter expectedLength: How many bytes there will be as far as is known; only speed depends on it.
  init(_ source: any PartSource, name: String, expectedLength: Int = 1 << 20) {
    self.source = source
    self.name = name
    self.expectedLength = expectedLength
  }

  /// Fills the buffer from its beginning, in part or whole; 0 at the end. The buffer holds at least 64 bytes.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    var count = 0
    if encoding == nil {
      count = try readFirst(into: buffer)
    } else if !head.isEmpty {
      count = min(head.count, buffer.count)
      buffer.copyBytes(from: head[..<count])
      head.removeFirst(count)
    } else if wide != nil {
      count = try readWide(into: buffer)
    } else {
      count = try source.read(into: buffer)
    }
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    if let offset = check.firstInvalid(in: bytes, isLast: count == 0) {
      let place = Place(position: BytePosition(part: name, byteOffset: delivered + offset))
      if let declaredEncoding { throw Refusal(.xlsxEncoding, at: place, ["found": declaredEncoding]) }
      throw Refusal(.xlsxMalformed, at: place, ["reason": "not UTF-8"])
    }
    delivered += count
    return count
  }

  /// Reads the first bytes, of which four decide on the encoding (XML 1.0, appendix F).
  private func readFirst(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    var count = 0
    while count < 4 {
      let more = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      if more == 0 { break }
      count += more
    }
    encoding = .utf8
    guard count > 1 else { return count }
    switch (buffer[0], buffer[1]) {
    case (0xEF, 0xBB) where count > 2 && buffer[2] == 0xBF:
      count -= 3
      if let base = buffer.baseAddress { memmove(base, base + 3, count) }
      // Nothing but the mark is no end yet.
      return count > 0 ? count : try source.read(into: buffer)
    case (0xFF, 0xFE): wide = WideDecoder(isLittleEndian: true, pending: Array(buffer[2..<count]))
    case (0xFE, 0xFF): wide = WideDecoder(isLittleEndian: false, pending: Array(buffer[2..<count]))
    case (0x3C, 0x00): wide = WideDecoder(isLittleEndian: true, pending: Array(buffer[..<count]))
    case (0x00, 0x3C): wide = WideDecoder(isLittleEndian: false, pending: Array(buffer[..<count]))
    default:
      declaredEncoding = XMLDeclaration.encoding(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      return count
    }
    encoding = .utf16
    return try readWide(into: buffer)
  }

  private func readWide(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    var raw = [UInt8](repeating: 0, count: buffer.count / 2)
    while true {
      var refusal: Refusal?
      let capacity = raw.count
      let count = raw.withUnsafeMutableBytes { bytes in
        do throws(Refusal) {
          return try source.read(
            into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<min(capacity, max(64, capacity / 2))]))
        } catch {
          refusal = error
          return 0
        }
      }
      if let refusal { throw refusal }
      guard let converted = wide?.convert(raw[..<count], isLast: count == 0) else {
        throw Refusal(
          .xlsxMalformed, at: Place(position: BytePosition(part: name, byteOffset: delivered)), ["reason": "not UTF-16"]
        )
      }
      if converted.isEmpty, count > 0 { continue }
      let fitting = min(converted.count, buffer.count)
      buffer.copyBytes(from: converted[..<fitting])
      head = Array(converted[fitting...])
      return fitting
    }
  }
}
